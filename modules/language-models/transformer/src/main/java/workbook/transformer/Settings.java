package workbook.transformer;

import java.util.Map;
import java.util.SplittableRandom;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;

/// What a training run needs to know. The same settings give the same bits, on any machine and for
/// any number of threads.
///
/// @param rows how many pieces of text a step reads, each as long as the model's context
/// @param rate the highest learning rate
/// @param end the learning rate at the end
/// @param warmup how many steps it rises
/// @param beta2 how much of the mean of squared gradients stays at each step
/// @param decay how much of each matrix goes at each step, times the learning rate
public record Settings(
    Config config,
    int rows,
    double rate,
    double end,
    int warmup,
    double beta2,
    double decay,
    int steps,
    long seed) {

  /// How far the matrices are from 0 at first, as in GPT-2.
  private static final double DEVIATION = 0.02;

  /// GPT-2's beginning: normal numbers in all matrices, smaller ones where a block adds to what was
  /// there, twice in each layer, so that the sum does not grow with the depth; biases 0, gains 1.
  public Model model() {
    Model model = new Model(config);
    begin(model.parameters());
    return model;
  }

  /// The same for other models whose parameters have these names.
  void begin(Map<String, Tensor> parameters) {
    SplittableRandom random = new SplittableRandom(seed);
    double added = DEVIATION / StrictMath.sqrt(2 * config.layers());
    parameters.forEach((name, tensor) -> {
      if (isMatrix(tensor)) {
        boolean adds = name.matches(".*[0-9]+[.](cross[.])?(output|down)[.]weight");
        Init.normal(tensor, adds ? added : DEVIATION, random);
      }
    });
  }

  /// Whether it decays: embeddings do, as in nanoGPT; gains and biases do not.
  static boolean isMatrix(Tensor tensor) {
    return tensor.axes() == 2;
  }

  Trainer trainer(Model model, Tape tape) {
    return new Trainer(model.parameters(), beta2, decay, tape);
  }

  public WarmupCosine schedule() {
    return new WarmupCosine(rate, end, warmup, steps);
  }

  /// How many symbols a step reads.
  int tokens() {
    return rows * config.context();
  }
}
