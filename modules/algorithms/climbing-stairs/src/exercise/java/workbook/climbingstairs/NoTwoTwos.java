package workbook.climbingstairs;

import workbook.exercise.Todo;

/// Never two 2-steps in a row.
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
