package workbook.statespace;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// The little algebra of rows that the attention-like forms take.
final class Matrices {

  private Matrices() {}

  static double dot(double[] x, double... y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /// row += factor · x.
  static void add(double[] row, double factor, double... x) {
    for (int i = 0; i < row.length; i++) {
      row[i] += factor * x[i];
    }
  }

  /// state += k vᵀ, with a row of the state for each element of k.
  static void addOuter(double[][] state, double factor, double[] k, double... v) {
    for (int i = 0; i < k.length; i++) {
      add(state[i], factor * k[i], v);
    }
  }

  static void scale(double[][] x, double factor) {
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= factor;
      }
    }
  }

  /// qᵀ state.
  static double[] times(double[] q, double[][] state) {
    double[] product = new double[state[0].length];
    for (int i = 0; i < q.length; i++) {
      add(product, q[i], state[i]);
    }
    return product;
  }

  static double[] each(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }
}
