package workbook.text;

/// Scores to probabilities, in double, as a score of a text wants them.
public final class Softmax {

  private Softmax() {}

  /// e^x, divided by the sum of these.
  ///
  /// @param from the index of the first score
  /// @param count how many there are
  public static double[] of(float[] scores, int from, int count) {
    double[] p = new double[count];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < p.length; i++) {
      largest = Math.max(largest, scores[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = StrictMath.exp(scores[from + i] - largest);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
