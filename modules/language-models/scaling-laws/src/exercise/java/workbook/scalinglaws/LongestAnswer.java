package workbook.scalinglaws;

import workbook.exercise.Todo;

/// How long an answer may be to be right.
final class LongestAnswer {

  private LongestAnswer() {}

  /// The largest k for which all k tokens of an answer are right with a probability of at least
  /// `wanted`, if each is right with probability `right`, whatever came before: right^k >= wanted,
  /// where the power is what [Math#pow] makes of it.
  ///
  /// @param right from 0 to 1
  /// @param wanted greater than 0, at most 1
  /// @return 0 if not even one token is right so often; [Integer#MAX_VALUE] if k is larger than
  ///   that
  static int tokens(double right, double wanted) {
    return Todo.todo("scaling-laws/2");
  }
}
