package workbook.climbingstairs;

import java.util.Set;
import workbook.exercise.Exercise;

/// The learner sees: `[ways(4) with [2] broken] expected: 1L but was: 3L`
///
/// "All ways, less those to the broken step." But the climb goes on from there: what has to go are
/// the ways to the step times the ways from it to the top, and with two broken steps those who come
/// past both would be taken away twice.
@Exercise(
    id = "climbing-stairs/1",
    title = "Some steps are broken",
    hints = {
      "How many ways are there to stand on a step that you must not stand on?",
      "Take the table of this topic. What has to change in it, and in which entries? Look at the"
          + " first ones too.",
      "ways[0] = 1, for the floor. For each i from 1 to n: 0 if i is broken, or else ways[i-1] +"
          + " ways[i-2], where what lies below the floor counts 0."
    })
final class BrokenSteps {

  private BrokenSteps() {}

  static long ways(int n, Set<Integer> broken) {
    Height.check(n);
    long ways = Overflow.checkedLong(n);
    for (int step : broken) {
      if (step >= 1 && step <= n) {
        ways -= Overflow.checkedLong(step);
      }
    }
    return Math.max(0, ways);
  }
}
