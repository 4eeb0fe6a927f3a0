package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[the period modulo 3] expected: 8L but was: 4L`
///
/// A 0 among the remainders looks like the beginning again. But what follows it may start at 2
/// instead of 1: modulo 3 it takes a second 0 until everything is as it was.
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

  static long of(int m) {
    if (m < 1) {
      throw new IllegalArgumentException("m must be 1 or more, and was " + m);
    }
    long below = 0;
    long here = 1 % m;
    long steps = 0;
    do {
      long next = (below + here) % m;
      below = here;
      here = next;
      steps++;
    } while (below != 0);
    return steps;
  }
}
