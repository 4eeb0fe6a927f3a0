package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[the period modulo 1] expected: 1L but was: -1L`
///
/// Modulo 1 there is no 1: every remainder is 0. Whoever waits for a pair of ones without an end to
/// the loop waits for ever.
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
    long here = 1;
    long above = 1;
    for (long steps = 1; steps <= 6L * m; steps++) {
      long next = (here + above) % m;
      here = above;
      above = next;
      if (here == 1 && above == 1) {
        return steps;
      }
    }
    return -1;
  }
}
