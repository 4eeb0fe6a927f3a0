package workbook.alignment;

import workbook.autograd.Operations;
import workbook.autograd.Tensor;

/// log p(target) for every row of scores, where p is the softmax of the row.
///
/// Cross-entropy is the mean of these with the other sign. Here each is kept, because the methods
/// of this topic give each answer a weight of its own.
final class LogProbabilities {

  private LogProbabilities() {}

  /// On the way back the scores of a row get dy · (1 at the target − p).
  ///
  /// @param scores rows of any leading shape
  /// @param targets the index of a column, for every row
  /// @return as many numbers as there are rows
  static Tensor of(Operations t, Tensor scores, int... targets) {
    int n = scores.size(scores.axes() - 1);
    Tensor y = t.outputToSet("logProbabilities", new int[] {targets.length}, scores);
    float[] p = t.room(scores.size());
    float[] x = scores.data();
    t.kernels().softmax(x, p, n, 0, targets.length);
    for (int row = 0; row < targets.length; row++) {
      y.data()[row] = (float) logOf(x, p, row * n, n, targets[row]);
    }
    y.onBackward(() -> {
      float[] dy = y.gradient();
      float[] dx = scores.gradient();
      for (int row = 0; row < dy.length; row++) {
        for (int j = 0; j < n; j++) {
          dx[row * n + j] += dy[row] * ((j == targets[row] ? 1 : 0) - p[row * n + j]);
        }
      }
    });
    return y;
  }

  /// By way of the row's largest score, whose p is not too small for a float.
  private static double logOf(float[] x, float[] p, int from, int n, int target) {
    int largest = from;
    for (int i = from; i < from + n; i++) {
      largest = x[i] > x[largest] ? i : largest;
    }
    return (double) x[from + target] - x[largest] + StrictMath.log(p[largest]);
  }
}
