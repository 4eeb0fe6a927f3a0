package workbook.kernels;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The logarithm of softmax: what a loss is made of.
@Exercise(
    id = "kernels/2",
    title = "The logarithm of softmax",
    hints = {
      "What is e^1000 as a float? And the logarithm of softmax where softmax is 0?",
      "log(e^a / (e^a + e^b)) = a - log(e^a + e^b): no quotient is needed. And what changes"
          + " if you take the same number off every element of the row?",
      "m = the largest element, s = the sum of e^(x[i] - m), y[i] = x[i] - m - log(s)."
    })
final class LogSoftmax {

  private LogSoftmax() {}

  /// The natural logarithm of the softmax of a row: `log(e^x[i] / sum of all e^x[j])`, as a new
  /// array.
  ///
  /// Right for elements of any size: [1000, 0] gives [0, -1000]. An element of minus infinity gives
  /// minus infinity and leaves the others as if it were not there. Relative error 1e-6, or absolute
  /// 1e-6 where the result is below 1. An empty row gives an empty row.
  static float[] of(float[] row) {
    return Todo.todo("kernels/2");
  }
}
