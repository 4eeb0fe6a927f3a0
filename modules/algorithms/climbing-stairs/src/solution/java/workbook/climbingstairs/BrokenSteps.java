package workbook.climbingstairs;

import java.util.Set;
import workbook.exercise.Exercise;

/// Two variables are enough here too: a broken step is a number of ways like any other, and it is
/// 0. Nothing is subtracted, so nothing can be counted twice.
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
    long below = 0;
    long here = 1;
    for (int i = 1; i <= n; i++) {
      long next = broken.contains(i) ? 0 : here + below;
      below = here;
      here = next;
    }
    return here;
  }
}
