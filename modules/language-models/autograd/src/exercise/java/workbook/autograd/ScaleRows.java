package workbook.autograd;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Scale each row by a number of its own.
@Exercise(
    id = "autograd/1",
    title = "Scale each row by a number of its own",
    hints = {
      "Write the forward pass first: one output, two loops. Then ask of every number"
          + " that went in: in which outputs does it appear, and with which factor?",
      "x[i][j] appears once, with factor factors[i]. factors[i] appears in all outputs"
          + " of row i, so its gradient is a sum over the row.",
      "In y.onBackward(() -> ...), for all i and j: x.gradient()[i * n + j] += dy *"
          + " f[i] and factors.gradient()[i] += dy * x, each only if that tensor"
          + " hasGradient(). Always +=, for others may add to the same gradient."
    })
final class ScaleRows {

  private ScaleRows() {}

  /// An operation that no tape has yet: y[i][j] = x[i][j] * factors[i], with its way back.
  ///
  /// @param x two axes
  /// @param factors one axis, a number for each row of `x`
  /// @return an output of the tape with the shape of `x`. Of the inputs either may be a constant,
  ///   which has no gradient
  static Tensor scaleRows(Tape t, Tensor x, Tensor factors) {
    return Todo.todo("autograd/1");
  }
}
