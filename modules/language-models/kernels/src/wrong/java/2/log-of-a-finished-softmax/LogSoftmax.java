package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[log softmax of 1000.0, 0.0: element 1] expected: -1000.0f but was:
/// -Infinityf`
///
/// Softmax with the largest element taken off, as it should be, and then its logarithm. The
/// unlikely element has become 0 by then.
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

  static float[] of(float[] row) {
    float[] result = new float[row.length];
    new ScalarKernels().softmax(row, result, row.length, 0, row.length == 0 ? 0 : 1);
    for (int i = 0; i < row.length; i++) {
      result[i] = (float) Math.log(result[i]);
    }
    return result;
  }
}
