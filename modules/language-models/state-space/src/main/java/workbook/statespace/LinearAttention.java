package workbook.statespace;

/// Attention whose weight is a product φ(q)·φ(k), and not its exponential (Katharopoulos and
/// others, 2020). A product can be taken apart: the sum over the keys does not depend on the query,
/// and can be kept as a state. φ = elu + 1 is more than 0 everywhere.
final class LinearAttention {

  private LinearAttention() {}

  private static double[] phi(double... x) {
    return Matrices.each(x, value -> value > 0 ? value + 1 : StrictMath.exp(value));
  }

  /// As attention: every query with all keys up to its own place.
  static double[][] parallel(double[][] q, double[][] k, double[][] v) {
    double[][] y = new double[q.length][v[0].length];
    for (int t = 0; t < q.length; t++) {
      double sum = 0;
      for (int s = 0; s <= t; s++) {
        double weight = Matrices.dot(phi(q[t]), phi(k[s]));
        Matrices.add(y[t], weight, v[s]);
        sum += weight;
      }
      for (int j = 0; j < y[t].length; j++) {
        y[t][j] /= sum;
      }
    }
    return y;
  }

  /// As an RNN: the state is the sum of φ(k) vᵀ, and that of φ(k).
  static double[][] recurrent(double[][] q, double[][] k, double[][] v) {
    double[][] state = new double[k[0].length][v[0].length];
    double[] keys = new double[k[0].length];
    double[][] y = new double[q.length][];
    for (int t = 0; t < q.length; t++) {
      Matrices.addOuter(state, 1, phi(k[t]), v[t]);
      Matrices.add(keys, 1, phi(k[t]));
      double sum = Matrices.dot(phi(q[t]), keys);
      y[t] = Matrices.each(Matrices.times(phi(q[t]), state), value -> value / sum);
    }
    return y;
  }
}
