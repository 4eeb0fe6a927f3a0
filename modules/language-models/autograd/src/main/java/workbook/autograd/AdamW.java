package workbook.autograd;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The optimiser of most language models: each weight has a step length of its own (Kingma and Ba,
/// 2014), and the weight decay does not pass through it (Loshchilov and Hutter, 2017).
///
/// Parameters that are not to decay, biases for instance, get an optimiser of their own with decay
/// 0.
public final class AdamW {

  private final List<Tensor> parameters;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double decay;
  private final float[][] means;
  private final float[][] squares;
  private int steps;

  /// With the usual 0.9, 0.999 and 1e-8.
  public AdamW(List<Tensor> parameters, double decay) {
    this(parameters, 0.9, 0.999, 1e-8, decay);
  }

  /// @param beta1 how much of the mean gradient stays at each step
  /// @param beta2 the same for the mean of its squares
  /// @param epsilon added to the root of the latter, so that nothing is divided by 0
  /// @param decay how much of each weight goes at each step, times the learning rate
  public AdamW(List<Tensor> parameters, double beta1, double beta2, double epsilon, double decay) {
    this.parameters = List.copyOf(parameters);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.decay = decay;
    means = this.parameters.stream().map(x -> new float[x.size()]).toArray(float[][]::new);
    squares = this.parameters.stream().map(x -> new float[x.size()]).toArray(float[][]::new);
  }

  /// How many steps it took.
  public int steps() {
    return steps;
  }

  /// What it remembers of the gradients, for a training that is to be continued: of each parameter
  /// the mean and the mean of squares. These are its own arrays: what is read into them, together
  /// with [#continueAfter], makes it go on as if it had never stopped.
  ///
  /// @param names of the parameters, in their order
  public Map<String, Tensor> memory(Collection<String> names) {
    Map<String, Tensor> memory = new LinkedHashMap<>();
    int p = 0;
    for (String name : names) {
      int[] shape = parameters.get(p).shape();
      memory.put("mean/" + name, Tensor.constant(means[p], shape));
      memory.put("square/" + name, Tensor.constant(squares[p], shape));
      p++;
    }
    return memory;
  }

  /// Goes on after so many steps, whose memory was read.
  public void continueAfter(int steps) {
    this.steps = steps;
  }

  /// Moves all parameters against their gradients, which stay as they are.
  ///
  /// The means start from 0 and are too small at first: after t steps by the factor 1 - beta^t.
  public void step(double rate) {
    steps++;
    double missing1 = 1 - StrictMath.pow(beta1, steps);
    double missing2 = 1 - StrictMath.pow(beta2, steps);
    float keep = (float) (1 - rate * decay);
    float length = (float) (rate / missing1);
    float scale = (float) (1 / StrictMath.sqrt(missing2));
    for (int p = 0; p < means.length; p++) {
      Tensor parameter = parameters.get(p);
      move(parameter.data(), parameter.gradient(), means[p], squares[p], keep, length, scale);
    }
  }

  private void move(
      float[] x, float[] g, float[] mean, float[] square, float keep, float length, float scale) {
    float b1 = (float) beta1;
    float b2 = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float small = (float) epsilon;
    for (int i = 0; i < x.length; i++) {
      mean[i] = b1 * mean[i] + new1 * g[i];
      square[i] = b2 * square[i] + new2 * g[i] * g[i];
      float root = (float) Math.sqrt(square[i]) * scale;
      x[i] = keep * x[i] - length * mean[i] / (root + small);
    }
  }
}
