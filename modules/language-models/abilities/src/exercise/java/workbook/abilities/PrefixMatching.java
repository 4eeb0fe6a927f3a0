package workbook.abilities;

import workbook.exercise.Todo;

/// How much a head looks where an induction head looks.
final class PrefixMatching {

  private PrefixMatching() {}

  /// The prefix-matching score of a head on one text: how much attention a token gives to all the
  /// places that stand directly behind an earlier token of the same kind, added up; and of that the
  /// mean over all tokens that have such an earlier one. The token itself may stand directly behind
  /// an earlier one of its kind; then what it gives to itself counts.
  ///
  /// @param tokens the text
  /// @param attention how much place i gives to place j, for j up to i; each row sums to 1
  /// @return from 0 to 1; 0 if no token occurs twice
  static double of(int[] tokens, double[][] attention) {
    return Todo.todo("abilities/1");
  }
}
