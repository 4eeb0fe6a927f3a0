package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[the variance of 10000.0, 10001.0, 10002.0] expected: 0.6666667f but was:
/// 1.0f`
///
/// Divided by n - 1, as for a sample. Layer norm has all of its row, and divides by n.
@Exercise(
    id = "kernels/4",
    title = "Mean and variance in one pass",
    hints = {
      "The mean of the squares less the square of the mean: what do 10000, 10001 and 10002"
          + " give in floats?",
      "How does the mean of n numbers change when one more comes? And the sum of the"
          + " squared distances from it?",
      "For the n-th x: d = x - mean; mean += d / n; squares += d * (x - mean), with the"
          + " mean of before in d and that of after in the second factor. Variance: squares / n."
          + " (B. P. Welford, 1962)"
    })
final class OnePass {

  private OnePass() {}

  /// @param variance the mean of the squared distances from the mean
  record Moments(float mean, float variance) {}

  static Moments of(float[] row) {
    if (row.length == 0) {
      throw new IllegalArgumentException("empty");
    }
    float mean = 0;
    float squares = 0;
    for (int i = 0; i < row.length; i++) {
      float distance = row[i] - mean;
      mean += distance / (i + 1);
      squares += distance * (row[i] - mean);
    }
    return new Moments(mean, squares / (row.length - 1));
  }
}
