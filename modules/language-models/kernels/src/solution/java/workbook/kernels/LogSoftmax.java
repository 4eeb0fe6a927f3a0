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
  /// minus infinity and leaves the others as if it were not there. Relative error 1e-6, or absolute
  /// 1e-6 where the result is below 1. An empty row gives an empty row.
  static float[] of(float[] row) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float x : row) {
      largest = Math.max(largest, x);
    }
    float sum = 0;
    for (float x : row) {
      sum += (float) Math.exp(x - largest);
    }
    float log = (float) Math.log(sum);
    float[] result = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = row[i] - largest - log;
    }
    return result;
  }
}
