package workbook.inference;

import workbook.transformer.Config;
import workbook.transformer.Style;

/// A decoder's sizes, and three numbers that files set and the sizes do not tell.
///
/// @param context how many places it was trained for
/// @param epsilon what its norms add under the root
/// @param ropeBase how slowly RoPE turns; of no use elsewhere
public record Spec(Config config, int context, float epsilon, double ropeBase) {

  /// What PyTorch's LayerNorm takes, and GPT-2 with it.
  private static final float LAYER_NORM_EPSILON = 1e-5f;

  private static final double ROPE_BASE = 10_000;

  /// @throws IllegalArgumentException if the model does not write, or its norms do not stand before
  ///   the parts
  public Spec {
    Style style = config.style();
    if (style.encoder() || style.order() != workbook.transformer.Block.Order.PRE) {
      throw new IllegalArgumentException(
          config.name() + ": only decoders with pre-norm are run here");
    }
  }

  /// With the numbers that the topic on transformers has.
  public static Spec of(Config config, int context) {
    float epsilon = config.style().rms() ? config.style().epsilon() : LAYER_NORM_EPSILON;
    return new Spec(config, context, epsilon, ROPE_BASE);
  }
}
