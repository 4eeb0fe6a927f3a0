package workbook.recurrent;

/// The bias of n stands inside the bracket that r multiplies. That is why PyTorch keeps two biases:
/// in r and z they could be one.
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
