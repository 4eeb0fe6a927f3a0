package workbook.statespace;

/// One channel of RWKV-4's time mixing (Peng and others, 2023): a mean of the values, in which a
/// value counts e^k, e^-w times as much with each step further back, and the present one e^u times.
///
/// @param w the decay
/// @param u what the present value has more
record Wkv(double w, double u) {

  /// Every place with all before it. Only differences of exponents are raised to e, the largest
  /// being 0, as in a softmax.
  double[] parallel(double[] k, double... v) {
    double[] y = new double[k.length];
    for (int t = 0; t < k.length; t++) {
      double[] exponents = new double[t + 1];
      double largest = u + k[t];
      exponents[t] = largest;
      for (int s = 0; s < t; s++) {
        exponents[s] = k[s] - (t - 1 - s) * w;
        largest = Math.max(largest, exponents[s]);
      }
      double sum = 0;
      for (int s = 0; s <= t; s++) {
        double weight = StrictMath.exp(exponents[s] - largest);
        y[t] += weight * v[s];
        sum += weight;
      }
      y[t] /= sum;
    }
    return y;
  }

  /// With three numbers as a state: the sums of e^(k - largest) v and of e^(k - largest), and the
  /// largest exponent so far, which decays with them.
  double[] recurrent(double[] k, double... v) {
    double values = 0;
    double weights = 0;
    double largest = Double.NEGATIVE_INFINITY;
    double[] y = new double[k.length];
    for (int t = 0; t < k.length; t++) {
      double top = Math.max(largest, u + k[t]);
      double past = StrictMath.exp(largest - top);
      double now = StrictMath.exp(u + k[t] - top);
      y[t] = (past * values + now * v[t]) / (past * weights + now);
      top = Math.max(largest - w, k[t]);
      past = StrictMath.exp(largest - w - top);
      now = StrictMath.exp(k[t] - top);
      values = past * values + now * v[t];
      weights = past * weights + now;
      largest = top;
    }
    return y;
  }

  /// The same without the largest exponent: right until an e^k is infinite.
  double[] overflowing(double[] k, double... v) {
    double values = 0;
    double weights = 0;
    double[] y = new double[k.length];
    for (int t = 0; t < k.length; t++) {
      double now = StrictMath.exp(u + k[t]);
      y[t] = (values + now * v[t]) / (weights + now);
      values = StrictMath.exp(-w) * values + StrictMath.exp(k[t]) * v[t];
      weights = StrictMath.exp(-w) * weights + StrictMath.exp(k[t]);
    }
    return y;
  }
}
