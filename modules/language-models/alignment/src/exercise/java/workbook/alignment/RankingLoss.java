package workbook.alignment;

import workbook.exercise.Todo;

/// The loss of a reward model on answers that people have ranked.
final class RankingLoss {

  private RankingLoss() {}

  /// People put K answers to one prompt in order. Each pair of them is a comparison that the better
  /// one won, and the loss is the mean of −log σ(reward of the better − reward of the worse) over
  /// all K (K − 1) / 2 pairs, where σ(x) = 1 / (1 + e^−x). It is finite for all finite rewards.
  ///
  /// @param rewards what the model gives the answers; the first is the one that people like best
  static double of(double... rewards) {
    return Todo.todo("alignment/2");
  }
}
