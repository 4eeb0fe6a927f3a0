package workbook.climbingstairs;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// At most k twos.
@Exercise(
    id = "climbing-stairs/4",
    title = "At most k twos",
    hints = {
      "How many moves are there if exactly j of them are twos?",
      "With j twos there are n - 2j ones, so n - j moves. You only choose which of the moves are"
          + " the twos. Or: what is left of k after a 2?",
      "Add up the binomials (n-j over j) for j from 0 to the smaller of k and n/2. Build each with"
          + " c = c * (m - i) / (i + 1), which stays whole, instead of with factorials, which do"
          + " not fit."
    })
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
