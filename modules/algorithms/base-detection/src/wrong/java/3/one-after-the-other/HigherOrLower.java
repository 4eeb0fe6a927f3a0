package workbook.basedetection;

import java.util.function.IntUnaryOperator;
import workbook.exercise.Exercise;

/// The learner sees: `asked a 34th time`
///
/// It gives the right answers, and for a limit of 40 it hardly asks more often than it may.
@Exercise(
    id = "base-detection/3",
    title = "Higher or lower",
    hints = {
      "Every answer says on which side the base lies. How many bases are left after each question,"
          + " if you ask in the middle?",
      "Look for the first base where the sign is not positive. Which bound moves, and where to,"
          + " when the sign is 0? And what is (low + high) / 2 where low + high is above 2^31?",
      "while (low < high): middle = low + (high - low) / 2; where the sign is positive, low ="
          + " middle + 1, else high = middle. What is left is the base if its sign is 0."
    })
final class HigherOrLower {

  private HigherOrLower() {}

  static int find(IntUnaryOperator sign, int from, int to) {
    for (int base = from; base <= to; base++) {
      if (sign.applyAsInt(base) == 0) {
        return base;
      }
    }
    return 0;
  }
}
