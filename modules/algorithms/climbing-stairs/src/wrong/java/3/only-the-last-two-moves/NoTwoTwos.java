package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[ways(5)] expected: 6L but was: 7L`
///
/// All ways, less those that end in 2 + 2. The ways which have 2 + 2 further down stay in.
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
    long all = FastDoubling.ways(n, new Counter()).longValueExact();
    return n < 4 ? all : all - FastDoubling.ways(n - 4, new Counter()).longValueExact();
  }
}
