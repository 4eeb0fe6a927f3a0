package workbook.climbingstairs;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The last digits repeat.
@Exercise(
    id = "climbing-stairs/5",
    title = "The last digits repeat",
    hints = {
      "Which two numbers decide all that come after them? How many different pairs can there be?",
      "Follow the pair (ways(n), ways(n+1)) modulo m until it is what it was at the start. One"
          + " number alone is not enough.",
      "Start with 1 % m and 1 % m, add in long, and count until both are again what they were at"
          + " the start. Try m = 1."
    })
final class Period {

  private Period() {}

  /// After how many steps the numbers of ways repeat, modulo `m`: the least `p` above 0 such that
  /// `ways(n + p)` and `ways(n)` leave the same remainder for every `n`.
  ///
  /// Modulo 2 the ways are 1, 1, 0, 1, 1, 0, ... and the period is 3.
  ///
  /// @param m 1 or more
  /// @throws IllegalArgumentException if `m` is less than 1
  static long of(int m) {
    return Todo.todo("climbing-stairs/5");
  }
}
