package workbook.autograd;

/// One operation, because log and softmax together need neither the division nor the logarithm of
/// what it gave: log p = x - largest - log sum. The probabilities are computed again on the way
/// back; to keep them would cost as much memory as the scores.
final class SmoothedLoss {

  private SmoothedLoss() {}

  static Tensor loss(Tape t, Tensor logits, int[] targets, double smoothing) {
    int rows = logits.size(0);
    int n = logits.size(1);
    float[] x = logits.data();
    Tensor y = t.output("smoothedLoss", new int[0], logits);
    double loss = 0;
    for (int row = 0; row < rows; row++) {
      double norm = logSumExp(x, row * n, n);
      for (int j = 0; j < n; j++) {
        loss -= wanted(j, targets[row], n, smoothing) * (x[row * n + j] - norm);
      }
    }
    y.data()[0] = (float) (loss / rows);
    y.onBackward(() -> {
      float dy = y.gradient()[0];
      for (int row = 0; row < rows; row++) {
        double norm = logSumExp(x, row * n, n);
        for (int j = 0; j < n; j++) {
          double p = Math.exp(x[row * n + j] - norm);
          double q = wanted(j, targets[row], n, smoothing);
          logits.gradient()[row * n + j] += (float) (dy * (p - q) / rows);
        }
      }
    });
    return y;
  }

  private static double wanted(int column, int target, int n, double smoothing) {
    return smoothing / n + (column == target ? 1 - smoothing : 0);
  }

  private static double logSumExp(float[] x, int from, int n) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + n; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
