package workbook.autograd;

import workbook.exercise.Exercise;

/// The learner sees: `[PyTorch, step 2, weight 0] expected: 1.4909098 but was: 1.4925743`
///
/// That is AdamW. Two large gradients, then small ones: AdamW's steps grow again, AMSGrad's do not.
@Exercise(
    id = "autograd/5",
    title = "AMSGrad: never forget a large gradient",
    hints = {
      "Start from AdamW, of which the notes show every line. Only one thing changes: by"
          + " what the step is divided.",
      "Keep a third array: the largest mean square that there has been, element by"
          + " element. The step is divided by its root.",
      "In this order, for each element: x *= 1 - rate * decay; mean and square as in"
          + " AdamW; largest = max(largest, square); x -= rate * (mean / (1 - beta1^t)) /"
          + " (sqrt(largest) / sqrt(1 - beta2^t) + epsilon), with t = 1 in the first step."
    })
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
      double root = Math.sqrt(square[i]) / Math.sqrt(missing2) + epsilon;
      x[i] = (float) (kept - rate * (mean[i] / missing1) / root);
    }
  }
}
