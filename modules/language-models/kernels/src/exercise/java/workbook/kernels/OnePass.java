package workbook.kernels;

import workbook.exercise.Todo;

/// Mean and variance in one pass: a row that is read once is read twice as fast.
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
