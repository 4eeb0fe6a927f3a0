package workbook.recurrent;

import workbook.exercise.Exercise;

/// The bias of n stands inside the bracket that r multiplies. That is why PyTorch keeps two biases:
/// in r and z they could be one.
@Exercise(
    id = "recurrent/3",
    title = "The step of a GRU, by hand",
    hints = {
      "There are three sums for each unit: the reset gate r, the update gate z and the new "
          + "value n, in this order. Of which are the first two the sigmoid?",
      "In PyTorch the reset gate multiplies what the state has contributed to the new value, "
          + "after the product with U and with its bias: r · (U h + b).",
      "n = tanh(x_n + r · (U_n h + b_n)), and next = (1 - z) · n + z · h: where z is 1, "
          + "nothing changes."
    })
final class GruStep {

  private GruStep() {}

  static double[] next(double[] x, double[][] u, double[] b, double[] h) {
    int width = h.length;
    double[] next = new double[width];
    for (int j = 0; j < width; j++) {
      double r = sigmoid(x[j] + product(u[j], h) + b[j]);
      double z = sigmoid(x[width + j] + product(u[width + j], h) + b[width + j]);
      double inner = product(u[2 * width + j], h) + b[2 * width + j];
      double n = Math.tanh(x[2 * width + j] + r * inner);
      next[j] = (1 - z) * n + z * h[j];
    }
    return next;
  }

  private static double product(double[] row, double[] h) {
    double sum = 0;
    for (int k = 0; k < h.length; k++) {
      sum += row[k] * h[k];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
