package workbook.autograd;

/// The decay comes first and on its own: as a part of the gradient it would be divided by the root
/// too, and weights with large gradients would hardly decay. The maximum is taken of the mean
/// squares as they are, before the correction, as PyTorch does; the paper has no correction at all.
final class AmsGrad {

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double decay;
  private final double[] mean;
  private final double[] square;
  private final double[] largest;
  private int steps;

  AmsGrad(int size, double beta1, double beta2, double epsilon, double decay) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.decay = decay;
    mean = new double[size];
    square = new double[size];
    largest = new double[size];
  }

  void step(float[] x, float[] g, double rate) {
    steps++;
    double missing1 = 1 - Math.pow(beta1, steps);
    double missing2 = 1 - Math.pow(beta2, steps);
    for (int i = 0; i < x.length; i++) {
      double gradient = g[i];
      double kept = x[i] * (1 - rate * decay);
      mean[i] = beta1 * mean[i] + (1 - beta1) * gradient;
      square[i] = beta2 * square[i] + (1 - beta2) * gradient * gradient;
      largest[i] = Math.max(largest[i], square[i]);
      double root = Math.sqrt(largest[i]) / Math.sqrt(missing2) + epsilon;
      x[i] = (float) (kept - rate * (mean[i] / missing1) / root);
    }
  }
}
