package workbook.kernels;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Mean and variance in one pass: a row that is read once is read twice as fast.
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

  /// The mean of a row, and its variance divided by n, as layer norm needs it. Each element is
  /// looked at once, so what has to be known of the earlier ones must fit into a few variables.
  ///
  /// Right for rows whose mean is large beside their spread: 10000, 10001 and 10002 have the
  /// variance 2/3.
  ///
  /// @throws IllegalArgumentException if the row is empty
  static Moments of(float[] row) {
    return Todo.todo("kernels/4");
  }
}
