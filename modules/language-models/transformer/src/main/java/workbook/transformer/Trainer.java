package workbook.transformer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// What moves the weights: of a GPT, a LLaMA or a BERT, by whatever loss.
public final class Trainer {

  /// Longer gradients are shortened to this.
  static final double LONGEST_GRADIENT = 1;

  private static final double BETA1 = 0.9;
  private static final double EPSILON = 1e-8;

  private final Map<String, Tensor> parameters;
  private final Map<String, Tensor> matrices = new LinkedHashMap<>();
  private final Map<String, Tensor> others = new LinkedHashMap<>();
  private final Tape tape;
  private final AdamW ofMatrices;
  private final AdamW ofOthers;
  private double norm;

  /// @param parameters all that is learned; matrices decay, and gains and biases do not
  public Trainer(Map<String, Tensor> parameters, double beta2, double decay, Tape tape) {
    this.parameters = parameters;
    this.tape = tape;
    parameters.forEach(
        (name, tensor) -> (Settings.isMatrix(tensor) ? matrices : others).put(name, tensor));
    this.ofMatrices = new AdamW(List.copyOf(matrices.values()), BETA1, beta2, EPSILON, decay);
    this.ofOthers = new AdamW(List.copyOf(others.values()), BETA1, beta2, EPSILON, 0);
  }

  /// One step: computes a loss, and moves all weights against its gradient.
  ///
  /// @return the loss before it
  public float step(Function<Tape, Tensor> loss, double rate) {
    tape.reset();
    Gradients.clear(parameters.values());
    Tensor before = loss.apply(tape);
    tape.backward(before);
    norm = Gradients.clip(parameters.values(), LONGEST_GRADIENT);
    ofMatrices.step(rate);
    ofOthers.step(rate);
    return before.value();
  }

  /// The length of the last gradient, before it was shortened.
  public double gradientNorm() {
    return norm;
  }

  /// How many steps were taken.
  public int steps() {
    return ofMatrices.steps();
  }

  /// What the next step depends on besides the weights and what is read.
  public Map<String, Tensor> memory() {
    Map<String, Tensor> memory = new LinkedHashMap<>(ofMatrices.memory(matrices.keySet()));
    memory.putAll(ofOthers.memory(others.keySet()));
    return memory;
  }

  /// Goes on after so many steps, whose memory was read.
  public void continueAfter(int steps) {
    ofMatrices.continueAfter(steps);
    ofOthers.continueAfter(steps);
  }
}
