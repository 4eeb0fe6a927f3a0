package workbook.recurrent;

/// The division is done on the scores, that is, on logarithms: a temperature of 1/2 squares the
/// probabilities before they are made to add up to 1. The largest score is taken off, so that the
/// largest exponential is e^0 and nothing overflows, however cold it is.
final class Temperature {

  private Temperature() {}

  static double[] distribution(float[] scores, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double[] p = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp((scores[i] - largest) / temperature);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
