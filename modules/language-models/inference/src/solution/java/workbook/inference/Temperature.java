package workbook.inference;

/// Scores to probabilities, sharper or flatter.
final class Temperature {

  private Temperature() {}

  static double[] probabilities(double[] scores, double temperature) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double[] p = new double[scores.length];
    if (temperature == 0) {
      p[best] = 1;
      return p;
    }
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp((scores[i] - scores[best]) / temperature);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
