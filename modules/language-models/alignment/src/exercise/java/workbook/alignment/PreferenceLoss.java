package workbook.alignment;

import workbook.exercise.Todo;

/// The loss of DPO, from the log-probabilities of tokens.
final class PreferenceLoss {

  private PreferenceLoss() {}

  /// −log σ(β · [(log π(y_w) − log ref(y_w)) − (log π(y_l) − log ref(y_l))]) for one pair, where
  /// y_w was chosen and y_l rejected. The log-probability of an answer is that of all its tokens
  /// together. The loss is finite for all finite numbers.
  ///
  /// @param chosen log π of each token of y_w, the prompt's not among them
  /// @param rejected log π of each token of y_l; it may be longer or shorter
  /// @param chosenReference log ref of the tokens of y_w
  /// @param rejectedReference log ref of the tokens of y_l
  static double of(
      double[] chosen,
      double[] rejected,
      double[] chosenReference,
      double[] rejectedReference,
      double beta) {
    return Todo.todo("alignment/5");
  }
}
