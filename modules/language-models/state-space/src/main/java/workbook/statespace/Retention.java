package workbook.statespace;

import java.util.function.DoubleUnaryOperator;

/// RetNet's retention (Sun and others, 2023) with one head, without its rotation and its norm: as
/// attention without a softmax, in which a key counts γ times as much with each step that it lies
/// further back.
///
/// @param gamma from 0 to 1; the paper's head h has 1 - 2^(-5-h)
record Retention(double gamma) {

  /// Every query with all keys up to its own place: T²/2 products of rows.
  double[][] parallel(double[][] q, double[][] k, double[][] v) {
    double[][] y = new double[q.length][v[0].length];
    for (int t = 0; t < q.length; t++) {
      for (int s = 0; s <= t; s++) {
        double decay = StrictMath.pow(gamma, t - s);
        Matrices.add(y[t], decay * Matrices.dot(q[t], k[s]), v[s]);
      }
    }
    return y;
  }

  /// With a state: S = γ S + k vᵀ, y = qᵀ S.
  double[][] recurrent(double[][] q, double[][] k, double[][] v) {
    double[][] state = new double[k[0].length][v[0].length];
    double[][] y = new double[q.length][];
    for (int t = 0; t < q.length; t++) {
      Matrices.scale(state, gamma);
      Matrices.addOuter(state, 1, k[t], v[t]);
      y[t] = Matrices.times(q[t], state);
    }
    return y;
  }

  /// Parallel within a chunk, recurrent from one to the next. A query sees the state from before
  /// its chunk, which by its place has decayed once for each place of the chunk up to its own; and
  /// a key is in the state after the chunk once for each place behind it.
  double[][] chunkwise(double[][] q, double[][] k, double[][] v, int size) {
    double[][] state = new double[k[0].length][v[0].length];
    double[][] y = new double[q.length][];
    for (int start = 0; start < q.length; start += size) {
      int end = Math.min(start + size, q.length);
      for (int t = start; t < end; t++) {
        y[t] = Matrices.each(Matrices.times(q[t], state), decayed(t - start + 1));
        for (int s = start; s <= t; s++) {
          double decay = StrictMath.pow(gamma, t - s);
          Matrices.add(y[t], decay * Matrices.dot(q[t], k[s]), v[s]);
        }
      }
      Matrices.scale(state, StrictMath.pow(gamma, end - start));
      for (int s = start; s < end; s++) {
        Matrices.addOuter(state, StrictMath.pow(gamma, end - 1 - s), k[s], v[s]);
      }
    }
    return y;
  }

  private DoubleUnaryOperator decayed(int places) {
    double decay = StrictMath.pow(gamma, places);
    return value -> decay * value;
  }
}
