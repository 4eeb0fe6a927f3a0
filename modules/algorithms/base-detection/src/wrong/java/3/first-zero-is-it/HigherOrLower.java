package workbook.basedetection;

import java.util.function.IntUnaryOperator;
import workbook.exercise.Exercise;

/// The learner sees: `find(0 everywhere, 3, 40)] expected: 3 but was: 21`
///
/// A binary search that returns as soon as it hits. Where every base holds, the first hit is the
/// middle of the range and not the smallest.
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
    int low = from;
    int high = to;
    while (low <= high) {
      int middle = low + (high - low) / 2;
      int answer = sign.applyAsInt(middle);
      if (answer == 0) {
        return middle;
      }
      if (answer > 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }
}
