package workbook.recurrent;

import workbook.exercise.Todo;

/// The step of a GRU, by hand.
final class GruStep {

  private GruStep() {}

  /// The output of a GRU after one more step, as PyTorch's GRU computes it. What is given may be
  /// any finite numbers, and stays as it is.
  ///
  /// @param x what the input contributes to the gates, its bias included: first all r, then all z,
  ///   then all n; three times as many as `h`
  /// @param u the recurrent matrix, a row for each element of `x`
  /// @param b the recurrent bias
  /// @param h the output before
  /// @return the output after it, right to 1e-12
  static double[] next(double[] x, double[][] u, double[] b, double[] h) {
    return Todo.todo("recurrent/3");
  }
}
