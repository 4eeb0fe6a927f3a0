package workbook.climbingstairs;

import workbook.exercise.Todo;

/// At most k twos.
final class AtMostTwos {

  private AtMostTwos() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time, with `k` twos or fewer.
  ///
  /// @param n the number of steps, up to 91
  /// @param k how many twos there may be
  /// @throws IllegalArgumentException if `n` or `k` is negative
  static long ways(int n, int k) {
    return Todo.todo("climbing-stairs/4");
  }
}
