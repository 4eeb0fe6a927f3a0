package workbook.recurrent;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The step of a GRU, by hand.
@Exercise(
    id = "recurrent/3",
    title = "The step of a GRU, by hand",
    hints = {
      "There are three sums for each unit: the reset gate r, the update gate z and the new "
          + "value n, in this order. Of which are the first two the sigmoid?",
      "In PyTorch the reset gate multiplies what the state has contributed to the new value, "
          + "after the product with U and with its bias: r · (U h + b).",
      "n = tanh(x_n + r · (U_n h + b_n)), and next = (1 - z) · n + z · h: where z is 1, "
          + "nothing changes."
    })
final class GruStep {

  private GruStep() {}

  /// The output of a GRU after one more step, as PyTorch's GRU computes it.
  ///
  /// @param x what the input contributes to the gates, its bias included: first all r, then all z,
  ///   then all n; three times as many as `h`
  /// @param u the recurrent matrix, a row for each element of `x`
  /// @param b the recurrent bias
  /// @param h the output before, which stays as it is
  static double[] next(double[] x, double[][] u, double[] b, double[] h) {
    return Todo.todo("recurrent/3");
  }
}
