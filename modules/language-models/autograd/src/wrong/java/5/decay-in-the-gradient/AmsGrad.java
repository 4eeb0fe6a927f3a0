package workbook.autograd;

import workbook.exercise.Exercise;

/// The learner sees: `[a weight of 1 after a step without a gradient, rate 0.1, decay 0.5]
/// expected: 0.95 but was: 0.9`
///
/// Decay as part of the gradient is what Adam had before AdamW. It is divided by the root like any
/// gradient, so that even a decay of 0.5 takes a whole step of 0.1.
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
      double gradient = g[i] + decay * x[i];
      double kept = x[i];
      mean[i] = beta1 * mean[i] + (1 - beta1) * gradient;
      square[i] = beta2 * square[i] + (1 - beta2) * gradient * gradient;
      largest[i] = Math.max(largest[i], square[i]);
      double root = Math.sqrt(largest[i]) / Math.sqrt(missing2) + epsilon;
      x[i] = (float) (kept - rate * (mean[i] / missing1) / root);
    }
  }
}
