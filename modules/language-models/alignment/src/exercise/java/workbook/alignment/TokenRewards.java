package workbook.alignment;

import workbook.exercise.Todo;

/// What reinforcement learning gives each token of an answer.
final class TokenRewards {

  private TokenRewards() {}

  /// Every token of the answer, its end token among them, costs β (log π − log ref). The reward
  /// model has read the whole answer: its score comes on top at the end token. The prompt was not
  /// the policy's, and padding is nothing: both get 0.
  ///
  /// As in exercise 1, element i of an array belongs to token i + 1.
  ///
  /// @param policy log π of each token after the first; in the padding it may be anything, −∞ too
  /// @param reference log ref of the same tokens
  /// @param prompt of how many tokens the prompt consists, at least 1
  /// @param length of how many prompt, answer and end token consist together
  /// @param score what the reward model says
  static double[] of(
      double[] policy, double[] reference, int prompt, int length, double score, double beta) {
    return Todo.todo("alignment/3");
  }
}
