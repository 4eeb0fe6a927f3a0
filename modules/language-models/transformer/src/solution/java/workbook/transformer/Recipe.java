package workbook.transformer;

/// The decay shrinks each weight by the same share. Within the gradient it would be divided by √v̂,
/// and weights with large gradients would hardly shrink.
final class Recipe {

  static final double BETA1 = 0.9;
  static final double BETA2 = 0.95;
  static final double EPSILON = 1e-8;

  private Recipe() {}

  static double rate(int step, int warmup, int steps, double peak, double end) {
    if (step < warmup) {
      return peak * (step + 1) / (warmup + 1);
    }
    double share = Math.min(1, (step - warmup) / (double) (steps - warmup));
    return end + (peak - end) * (1 + Math.cos(Math.PI * share)) / 2;
  }

  static void adamW(
      double[] w,
      double[] gradient,
      double[] mean,
      double[] square,
      int step,
      double rate,
      double decay) {
    double missing1 = 1 - Math.pow(BETA1, step + 1);
    double missing2 = 1 - Math.pow(BETA2, step + 1);
    for (int i = 0; i < w.length; i++) {
      double g = gradient[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
      square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
      double root = Math.sqrt(square[i] / missing2);
      w[i] -= rate * decay * w[i] + rate * mean[i] / missing1 / (root + EPSILON);
    }
  }
}
