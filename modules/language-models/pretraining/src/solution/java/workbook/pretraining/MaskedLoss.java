package workbook.pretraining;

/// The loss of an encoder that fills in hidden words.
final class MaskedLoss {

  private MaskedLoss() {}

  static double mean(double[][] scores, int[] targets, boolean... chosen) {
    double sum = 0;
    int count = 0;
    for (int place = 0; place < targets.length; place++) {
      if (chosen[place]) {
        sum += surprise(scores[place], targets[place]);
        count++;
      }
    }
    return sum / count;
  }

  private static double surprise(double[] scores, int target) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - largest);
    }
    return Math.log(sum) - (scores[target] - largest);
  }
}
