package workbook.transformer;

import workbook.exercise.Todo;

/// The learning rate and the optimiser that most language models are trained with.
final class Recipe {

  static final double BETA1 = 0.9;
  static final double BETA2 = 0.95;
  static final double EPSILON = 1e-8;

  private Recipe() {}

  /// The learning rate of a step, as in nanoGPT.
  ///
  /// It rises in a straight line over the first `warmup` steps: step 0 has peak / (warmup + 1),
  /// step 1 twice as much, and step `warmup` the peak. From there it falls along half a wave of the
  /// cosine, and is `end` at step `steps` and ever after.
  ///
  /// @param step counted from 0
  /// @return right to 1e-9
  static double rate(int step, int warmup, int steps, double peak, double end) {
    return Todo.todo("transformer/6");
  }

  /// One step of AdamW, as PyTorch takes it. For each weight w with its gradient g:
  ///
  /// - m ← β₁ m + (1 - β₁) g, the mean of gradients,
  /// - v ← β₂ v + (1 - β₂) g², the mean of their squares,
  /// - both began with 0 and are too small at first, so they count as m / (1 - β₁ᵗ) and v / (1 -
  ///   β₂ᵗ), where t is 1 in the first step; what is kept in the arrays is m and v themselves,
  /// - w ← w - rate · decay · w - rate · m̂ / (√v̂ + ε), with the w from before on the right: the
  ///   decay is **decoupled**, it does not go through m and v.
  ///
  /// @param w the weights; they are changed, as are `mean` and `square`
  /// @param gradient stays as it is
  /// @param step counted from 0
  static void adamW(
      double[] w,
      double[] gradient,
      double[] mean,
      double[] square,
      int step,
      double rate,
      double decay) {
    Todo.todo("transformer/6");
  }
}
