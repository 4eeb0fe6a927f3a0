package workbook.basedetection;

import java.util.function.IntUnaryOperator;
import workbook.exercise.Todo;

/// The base among two thousand million, with 33 questions.
final class HigherOrLower {

  private HigherOrLower() {}

  /// The smallest base from `from` to `to` in which p x q = r is true, found by asking for the sign
  /// of p(B)q(B) - r(B); 0 where there is none.
  ///
  /// Where the equation holds in one base, the sign is positive in every smaller base and negative
  /// in every larger one. Where it holds in every base, the sign is 0 in all. Where it holds in
  /// none, the sign is never 0, and nothing else is known.
  ///
  /// @param sign gives a positive number, 0 or a negative one; it may be asked 33 times, about
  ///   bases in the range only
  /// @param from 2 or more
  /// @param to up to [Integer#MAX_VALUE]; below `from` the range is empty
  static int find(IntUnaryOperator sign, int from, int to) {
    return Todo.todo("base-detection/3");
  }
}
