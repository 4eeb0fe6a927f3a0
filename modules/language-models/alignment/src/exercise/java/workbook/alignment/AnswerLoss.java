package workbook.alignment;

import workbook.exercise.Todo;

/// The loss of supervised fine-tuning: how well a model predicts answers, when it is given the
/// prompts.
final class AnswerLoss {

  private AnswerLoss() {}

  /// The mean of −log p over all tokens of all answers of a batch. What the prompt says is not to
  /// be learned; that the answer ends is.
  ///
  /// A text is a prompt, an answer, an end token, and padding up to the length of the longest text.
  /// As in many models, padding has the number of the end token: 0.
  ///
  /// @param tokens the texts, each of the same length
  /// @param logs for each text: element i is the log-probability of token i + 1, when the tokens 0
  ///   to i have been read; so there is one less than there are tokens. In the padding it may be
  ///   anything, −∞ too.
  /// @param prompts of how many tokens the prompt consists, at least 1
  /// @param lengths of how many tokens prompt, answer and end token consist together
  static double of(int[][] tokens, double[][] logs, int[] prompts, int[] lengths) {
    return Todo.todo("alignment/1");
  }
}
