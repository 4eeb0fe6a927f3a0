package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[the variance of 1.6106127E9, 1.610613E9, 1.6106132E9] expected: 43690.668f
/// but was: 43520.0f`
///
/// The same in double only moves the border.
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
    double sum = 0;
    double squares = 0;
    for (double x : row) {
      sum += x;
      squares += x * x;
    }
    double mean = sum / row.length;
    return new Moments((float) mean, (float) (squares / row.length - mean * mean));
  }
}
