package workbook.kernels;

/// The logarithm of softmax: what a loss is made of.
///
/// Without the largest element taken off, e^x overflows from 88.8 on. Taking the logarithm of a
/// finished softmax fails at the other end: softmax underflows to 0 from 104 below the largest, and
/// log 0 is minus infinity, though the answer is -104.
final class LogSoftmax {

  private LogSoftmax() {}

  /// The natural logarithm of the softmax of a row: `log(e^x[i] / sum of all e^x[j])`, as a new
  /// array.
  ///
  /// Right for elements of any size: [1000, 0] gives [0, -1000]. An element of minus infinity gives
  /// minus infinity and leaves the others as if it were not there. Each result is off by at most
  /// 1e-6 of its size, or by 1e-6 if it is between -1 and 0, in rows of up to 100,000 elements: as
  /// many words as a language model chooses from. An empty row gives an empty row.
  static float[] of(float[] row) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float x : row) {
      largest = Math.max(largest, x);
    }
    double sum = 0;
    for (float x : row) {
      sum += Math.exp(x - largest);
    }
    double log = Math.log(sum);
    float[] result = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = (float) (row[i] - largest - log);
    }
    return result;
  }
}
