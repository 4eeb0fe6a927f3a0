package workbook.climbingstairs;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Never two 2-steps in a row.
@Exercise(
    id = "climbing-stairs/3",
    title = "Never two 2-steps in a row",
    hints = {
      "The last move is a 1 or a 2. If it is a 2, what do you know about the move before it?",
      "Unless it was the only one, the move before a last 2 was a 1. So those two moves together"
          + " are 3 steps high.",
      "ways(n) = ways(n-1) + ways(n-3) from n = 3 on. For n = 0, 1, 2 count by hand: a single 2 has"
          + " no neighbour."
    })
final class NoTwoTwos {

  private NoTwoTwos() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time, where no 2 comes right after a 2.
  ///
  /// @param n the number of steps, up to 100
  /// @throws IllegalArgumentException if `n` is negative
  static long ways(int n) {
    return Todo.todo("climbing-stairs/3");
  }
}
