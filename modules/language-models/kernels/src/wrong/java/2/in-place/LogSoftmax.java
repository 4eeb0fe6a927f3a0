package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[the row that was given, 1.0, 2.0, 3.0] expected: [1.0f, 2.0f, 3.0f] but was:
/// [-2.407606f, -1.4076059f, -0.40760595f]`
///
/// The result is right, and the caller's row is gone.
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
    float largest = Float.NEGATIVE_INFINITY;
    for (float x : row) {
      largest = Math.max(largest, x);
    }
    float sum = 0;
    for (float x : row) {
      sum += (float) Math.exp(x - largest);
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] - largest - (float) Math.log(sum);
    }
    return row;
  }
}
