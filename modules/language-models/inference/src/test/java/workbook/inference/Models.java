package workbook.inference;

import java.util.SplittableRandom;
import workbook.autograd.Init;
import workbook.transformer.Activation;
import workbook.transformer.Block;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;

/// Small models with random weights.
final class Models {

  /// GPT-2's blocks with linear biases for positions, as in BLOOM.
  static final Style ALIBI = style(Style.Positions.ALIBI, Activation.GELU_TANH);

  /// GPT-2's with another activation.
  static final Style EXACT = style(Style.Positions.LEARNED, Activation.GELU);

  static final Style RELU = style(Style.Positions.LEARNED, Activation.RELU);

  private static Style style(Style.Positions positions, Activation activation) {
    return new Style(
        positions, Block.Order.PRE, false, 1e-5f, activation, false, true, true, false);
  }

  private Models() {}

  static Config config(Style style, int shared) {
    return new Config("small", style, 13, 24, 16, 2, 4, shared, 24);
  }

  /// Weights that are large enough for attention to look at some places more than at others.
  static Model random(Config config, long seed) {
    Model model = new Model(config);
    SplittableRandom random = new SplittableRandom(seed);
    model
        .parameters()
        .values()
        .forEach(tensor -> {
          float[] before = tensor.data().clone();
          Init.normal(tensor, 0.4, random);
          for (int i = 0; i < before.length; i++) {
            tensor.data()[i] += before[i];
          }
        });
    return model;
  }

  static Decoder decoder(Model model) {
    return decoder(model, FloatWeights::new);
  }

  static Decoder decoder(Model model, Decoder.Form form) {
    return new Decoder(
        Spec.of(model.config(), model.config().context()), Parameters.of(model.parameters()), form);
  }

  static int[] tokens(int count, long seed) {
    return new SplittableRandom(seed).ints(count, 0, 13).toArray();
  }
}
