package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[ways(2)] expected: 2L but was: 1L`
///
/// The rule `ways(n-1) + ways(n-3)` is right, the start is not: with 2 steps there is nothing three
/// steps below, and the single 2 is lost.
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

  static long ways(int n) {
    Height.check(n);
    long[] ways = new long[n + 3];
    ways[0] = 1;
    ways[1] = 1;
    ways[2] = 1;
    for (int i = 3; i <= n; i++) {
      ways[i] = ways[i - 1] + ways[i - 3];
    }
    return ways[n];
  }
}
