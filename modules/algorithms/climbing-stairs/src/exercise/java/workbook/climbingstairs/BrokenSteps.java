package workbook.climbingstairs;

import java.util.Set;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Some steps are broken.
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

  /// The number of ways to climb `n` steps, 1 or 2 at a time, without standing on a broken one.
  ///
  /// The steps are numbered from 1 at the bottom to `n` at the top. A broken step may be jumped
  /// over. If the top itself is broken there is no way. Numbers in `broken` that are no step of
  /// these stairs mean nothing.
  ///
  /// @param n the number of steps, up to 91
  /// @throws IllegalArgumentException if `n` is negative
  static long ways(int n, Set<Integer> broken) {
    return Todo.todo("climbing-stairs/1");
  }
}
