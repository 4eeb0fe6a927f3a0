package workbook.autograd;

/// The logarithm of a softmax.
final class Softmax {

  private Softmax() {}

  /// The logarithm of the softmax at one element of the row `from` to `to - 1`.
  ///
  /// Not by `log p[at]`, which is infinite where p is too small for a float. The row's largest
  /// element has p = 1 / sum, so log p(at) = x(at) - largest - log sum = x(at) - largest + log of
  /// the largest p.
  static double logOf(int at, float[] x, float[] p, int from, int to) {
    int largest = from;
    for (int i = from; i < to; i++) {
      largest = x[i] > x[largest] ? i : largest;
    }
    return (double) x[at] - x[largest] + StrictMath.log(p[largest]);
  }
}
