package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The step from a pair to the next can be undone, so the first pair to come back is the first one,
/// and it is enough to wait for it. The remainder of 1 is 1 except modulo 1.
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
    long first = 1 % m;
    long here = first;
    long above = first;
    long steps = 0;
    do {
      long next = (here + above) % m;
      here = above;
      above = next;
      steps++;
    } while (here != first || above != first);
    return steps;
  }
}
