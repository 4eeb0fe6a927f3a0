package workbook.kernels;

import java.util.Iterator;

/// Mean and variance in one pass: what is read once is read twice as fast.
///
/// Welford's update. What is summed are squared distances from a mean, small numbers, never the
/// squares of the large ones.
final class OnePass {

  private OnePass() {}

  /// @param variance the mean of the squared distances from the mean
  record Moments(float mean, float variance) {}

  /// The mean of some numbers, and their variance divided by n, as layer norm needs it. They come
  /// one after the other and only once, and may be more than there is memory for: what has to be
  /// known of the earlier ones must fit into a few variables.
  ///
  /// Both are off by at most 1e-5 of their size, for up to 100,000 numbers, also where the mean is
  /// large beside the spread: 10000, 10001 and 10002 have the variance 2/3.
  ///
  /// @throws IllegalArgumentException if there is no number
  static Moments of(Iterator<Float> numbers) {
    if (!numbers.hasNext()) {
      throw new IllegalArgumentException("no numbers have no mean");
    }
    int n = 0;
    double mean = 0;
    double squares = 0;
    while (numbers.hasNext()) {
      float x = numbers.next();
      n++;
      double distance = x - mean;
      mean += distance / n;
      squares += distance * (x - mean);
    }
    return new Moments((float) mean, (float) (squares / n));
  }
}
