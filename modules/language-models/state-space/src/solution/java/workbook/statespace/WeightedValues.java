package workbook.statespace;

/// Both sums are kept divided by e^largest, where `largest` is the largest exponent in them; it
/// decays with them. Only differences from the larger of two exponents are raised to e, so nothing
/// overflows, and at least one weight is 1.
final class WeightedValues {

  private WeightedValues() {}

  static double[] wkv(double w, double u, double[] k, double[] v) {
    double values = 0;
    double weights = 0;
    double largest = Double.NEGATIVE_INFINITY;
    double[] y = new double[k.length];
    for (int t = 0; t < k.length; t++) {
      double top = Math.max(largest, u + k[t]);
      double past = Math.exp(largest - top);
      double now = Math.exp(u + k[t] - top);
      y[t] = (past * values + now * v[t]) / (past * weights + now);
      double decayed = largest - w;
      largest = Math.max(decayed, k[t]);
      past = Math.exp(decayed - largest);
      now = Math.exp(k[t] - largest);
      values = past * values + now * v[t];
      weights = past * weights + now;
    }
    return y;
  }
}
