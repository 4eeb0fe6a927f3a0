package workbook.statespace;

import java.util.function.Function;

/// One channel of Mamba: N states, each with a decay A[n], and at every place a step Δ, a B and a C
/// of its own. Ā = exp(Δ A) as by zero-order hold, and B̄ = Δ B as by Euler, which is what Mamba's
/// code computes.
///
/// @param a less than 0, one for each state
record Selective(double... a) {

  /// Step by step.
  ///
  /// @param b a row for each place, as is `c`
  double[] recurrence(double[] u, double[] delta, double[][] b, double[][] c) {
    double[] h = new double[a.length];
    double[] y = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      for (int n = 0; n < h.length; n++) {
        h[n] = StrictMath.exp(delta[t] * a[n]) * h[n] + delta[t] * b[t][n] * u[t];
        y[t] += c[t][n] * h[n];
      }
    }
    return y;
  }

  /// Every state by a scan, and the outputs from all of them.
  ///
  /// @param scan one of [Scan]
  double[] scanned(
      Function<Scan.Step[], double[]> scan,
      double[] u,
      double[] delta,
      double[][] b,
      double[][] c) {
    double[] y = new double[u.length];
    for (int n = 0; n < a.length; n++) {
      Scan.Step[] steps = new Scan.Step[u.length];
      for (int t = 0; t < u.length; t++) {
        steps[t] = new Scan.Step(StrictMath.exp(delta[t] * a[n]), delta[t] * b[t][n] * u[t]);
      }
      double[] h = scan.apply(steps);
      for (int t = 0; t < u.length; t++) {
        y[t] += c[t][n] * h[t];
      }
    }
    return y;
  }
}
