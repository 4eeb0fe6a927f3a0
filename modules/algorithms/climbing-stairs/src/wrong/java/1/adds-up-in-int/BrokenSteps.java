package workbook.climbingstairs;

import java.util.Set;
import workbook.exercise.Exercise;

/// The learner sees: `[ways(60) with [1] broken] expected: 956722026041L but was: -1055680967L`
///
/// The result is a `long`, the table is an `int[]`: the sums wrap around before anybody looks at
/// the type of the result.
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
    int[] ways = new int[n + 1];
    ways[0] = 1;
    for (int i = 1; i <= n; i++) {
      ways[i] = broken.contains(i) ? 0 : ways[i - 1] + (i > 1 ? ways[i - 2] : 0);
    }
    return ways[n];
  }
}
