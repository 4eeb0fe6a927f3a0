package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[log softmax of 1000.0, 0.0: element 0] expected: 0.0f but was: -Infinityf`
///
/// The formula as it stands in the book. e^1000 is infinite, and so is its logarithm.
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
    float sum = 0;
    for (float x : row) {
      sum += (float) Math.exp(x);
    }
    float[] result = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = row[i] - (float) Math.log(sum);
    }
    return result;
  }
}
