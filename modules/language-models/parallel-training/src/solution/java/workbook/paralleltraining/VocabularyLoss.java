package workbook.paralleltraining;

/// Three numbers cross the wires, however large the vocabulary is: the largest score, the sum of
/// the exponentials, and the score of the target, to which all but its owner add 0.
final class VocabularyLoss {

  private VocabularyLoss() {}

  static float loss(Communicator c, float[] scores, int first, int target) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    largest = Ring.allMax(c, largest);
    int own = target - first;
    boolean mine = own >= 0 && own < scores.length;
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += Math.exp(scores[i] - largest);
    }
    float[] sums = {(float) sum, mine ? scores[own] - largest : 0};
    Ring.allReduce(c, sums);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (Math.exp(scores[i] - largest) / sums[0]);
    }
    if (mine) {
      scores[own] -= 1;
    }
    return (float) Math.log(sums[0]) - sums[1];
  }
}
