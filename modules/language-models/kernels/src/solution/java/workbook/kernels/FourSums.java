package workbook.kernels;

/// Four sums instead of one: a processor can do four additions at once, if none waits for another.
///
/// The loop does whole groups of four. What is left over, three at most, goes on with the partial
/// sums whose turn it is, so that the order does not depend on where the loop ends.
final class FourSums {

  private FourSums() {}

  /// The sum of all `x[i] * y[i]`. Element i goes to the partial sum number i modulo 4, by one
  /// [Math#fma], in the order of i. The result is (s0 + s2) + (s1 + s3).
  ///
  /// @throws IllegalArgumentException if the arrays are not of the same length
  static float dot(float[] x, float[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "the arrays have %d and %d elements".formatted(x.length, y.length));
    }
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 4 <= x.length; i += 4) {
      s0 = Math.fma(x[i], y[i], s0);
      s1 = Math.fma(x[i + 1], y[i + 1], s1);
      s2 = Math.fma(x[i + 2], y[i + 2], s2);
      s3 = Math.fma(x[i + 3], y[i + 3], s3);
    }
    int left = x.length - i;
    s0 = left > 0 ? Math.fma(x[i], y[i], s0) : s0;
    s1 = left > 1 ? Math.fma(x[i + 1], y[i + 1], s1) : s1;
    s2 = left > 2 ? Math.fma(x[i + 2], y[i + 2], s2) : s2;
    return (s0 + s2) + (s1 + s3);
  }
}
