package workbook.transformer;

/// Both elements of a pair are read before one is written, which a new array makes sure of.
final class Rotation {

  private Rotation() {}

  static double[] of(double[] x, int position, double base) {
    int half = x.length / 2;
    double[] y = new double[x.length];
    for (int i = 0; i < half; i++) {
      double angle = position * Math.pow(base, -2.0 * i / x.length);
      y[i] = x[i] * Math.cos(angle) - x[i + half] * Math.sin(angle);
      y[i + half] = x[i + half] * Math.cos(angle) + x[i] * Math.sin(angle);
    }
    return y;
  }
}
