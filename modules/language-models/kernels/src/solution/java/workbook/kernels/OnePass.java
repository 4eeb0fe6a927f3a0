package workbook.kernels;

/// Mean and variance in one pass: a row that is read once is read twice as fast.
///
/// Welford's update. What is summed are squared distances from a mean, small numbers, never the
/// squares of the large ones.
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
    if (row.length == 0) {
      throw new IllegalArgumentException("an empty row has no mean");
    }
    float mean = 0;
    float squares = 0;
    for (int i = 0; i < row.length; i++) {
      float distance = row[i] - mean;
      mean += distance / (i + 1);
      squares += distance * (row[i] - mean);
    }
    return new Moments(mean, squares / row.length);
  }
}
