package workbook.climbingstairs;

import java.util.Set;
import workbook.exercise.Todo;

/// Some steps are broken.
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
