package workbook.statespace;

/// Linear attention that replaces what its state holds for a key, where the others only add to it
/// (Schlag and others, 2021; Yang and others, 2024): S = S + β k (v - kᵀ S), the delta rule of
/// Widrow and Hoff. Keys have length 1.
///
/// @param beta how much of it is replaced, from 0 to 1
record DeltaRule(double beta) {

  private static double[] unit(double... k) {
    double length = Math.sqrt(Matrices.dot(k, k));
    return Matrices.each(k, value -> value / length);
  }

  /// Step by step.
  double[][] recurrent(double[][] q, double[][] k, double[][] v) {
    double[][] state = new double[k[0].length][v[0].length];
    double[][] y = new double[q.length][];
    for (int t = 0; t < q.length; t++) {
      double[] key = unit(k[t]);
      double[] missing = v[t].clone();
      Matrices.add(missing, -1, Matrices.times(key, state));
      Matrices.addOuter(state, beta, key, missing);
      y[t] = Matrices.times(q[t], state);
    }
    return y;
  }

  /// At once: what is written at each place depends on what earlier keys wrote, and that is a
  /// triangular system of equations, (I + β tril(K Kᵀ)) U = β V. Then Y = tril(Q Kᵀ) U.
  static double[][] solved(double[][] k, double[][] v, double beta) {
    double[][] written = new double[k.length][];
    for (int t = 0; t < k.length; t++) {
      written[t] = Matrices.each(v[t], value -> beta * value);
      for (int s = 0; s < t; s++) {
        Matrices.add(written[t], -beta * Matrices.dot(unit(k[t]), unit(k[s])), written[s]);
      }
    }
    return written;
  }

  /// @return the same as [#recurrent]
  double[][] parallel(double[][] q, double[][] k, double[][] v) {
    double[][] written = solved(k, v, beta);
    double[][] y = new double[q.length][v[0].length];
    for (int t = 0; t < q.length; t++) {
      for (int s = 0; s <= t; s++) {
        Matrices.add(y[t], Matrices.dot(q[t], unit(k[s])), written[s]);
      }
    }
    return y;
  }
}
