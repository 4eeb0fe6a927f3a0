package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[the period modulo 1836311903] expected: 92L but was: -1L`
///
/// Two remainders fit an `int` each; their sum need not, and neither does the longest period that
/// there can be, 6m.
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
    int first = 1 % m;
    int here = first;
    int above = first;
    for (int steps = 1; steps <= 6 * m; steps++) {
      int next = (here + above) % m;
      here = above;
      above = next;
      if (here == first && above == first) {
        return steps;
      }
    }
    return -1;
  }
}
