package workbook.autograd;

import workbook.exercise.Exercise;

/// The learner sees: `[loss of the scores 1000 and 0 with target 1] expected: 1000.0 but was: NaN`
///
/// e^1000 is infinite, in double too, and infinite less infinite is not a number. The largest score
/// has to come off first; that changes no probability.
@Exercise(
    id = "autograd/3",
    title = "Cross-entropy with label smoothing",
    hints = {
      "What is log p of the softmax p, if you write it as x minus something that is the"
          + " same for the whole row? And what happens to e^x at x = 1000?",
      "log p[j] = x[j] - largest - log(sum of e^(x - largest)). For the way back take"
          + " the derivative of log p[k] by x[j]: it is (1 if k = j, else 0) - p[j].",
      "With q[j] = smoothing / n, and 1 - smoothing more at the target, the loss of a"
          + " row is -sum of q[j] * log p[j], and its gradient by x[j] is p[j] - q[j], for the"
          + " q sum to 1. Divide both by the number of rows, and multiply the gradient by that"
          + " of the loss."
    })
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
      largest = 0;
    }
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
