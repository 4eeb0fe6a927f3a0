package workbook.pretraining;

import workbook.exercise.Todo;

/// The loss of an encoder that fills in hidden words.
final class MaskedLoss {

  private MaskedLoss() {}

  /// The mean cross-entropy, in nats, at the places that were chosen to be asked for. What is said
  /// at other places does not count: the word there could be seen.
  ///
  /// `mean({{0, 0}, {9, 0}}, {1, 1}, {true, false})` is ln 2.
  ///
  /// @param scores of every token, at every place: not probabilities, and of any size
  /// @param targets which token stood there
  /// @param chosen at least one
  static double mean(double[][] scores, int[] targets, boolean... chosen) {
    return Todo.todo("pretraining/1");
  }
}
