package workbook.statespace;

/// A system that takes steps and is the same at all of them, *linear time-invariant* (LTI): h = A h
/// + B u, y = C h. The steps begin with h = 0.
///
/// @param a row by row
record LinearSystem(double[][] a, double[] b, double[] c) {

  /// Step by step: N² products for each, and the state is all that is kept.
  double[] recurrence(double... u) {
    double[] h = new double[b.length];
    double[] y = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      h = next(h, u[t]);
      y[t] = dot(c, h);
    }
    return y;
  }

  private double[] next(double[] h, double u) {
    double[] next = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      next[i] = dot(a[i], h) + b[i] * u;
    }
    return next;
  }

  /// What comes out after an input of 1 and then only zeros: C B, C A B, C A² B, …
  double[] kernel(int length) {
    double[] impulse = new double[length];
    impulse[0] = 1;
    return recurrence(impulse);
  }

  private static double dot(double[] x, double... y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
