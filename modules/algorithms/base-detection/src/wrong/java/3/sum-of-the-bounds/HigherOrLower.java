package workbook.basedetection;

import java.util.function.IntUnaryOperator;
import workbook.exercise.Exercise;

/// The learner sees: `asked about base -1073741823, and the range is 2 to 2147483647`
///
/// (low + high) / 2 stood in the JDK's own binary search until Java 6. It is wrong only where the
/// sum of the two passes 2^31, and small tests never see that.
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
    if (from > to) {
      return 0;
    }
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) / 2;
      if (sign.applyAsInt(middle) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sign.applyAsInt(low) == 0 ? low : 0;
  }
}
