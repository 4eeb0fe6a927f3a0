package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// What may come next depends on the last move, so the last move is part of the state: one number
/// of ways for each. That needs no case by hand, and it works for any rule about neighbours.
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
    long afterOne = 1; // The floor lets everything follow, as a 1 does.
    long afterTwo = 0;
    long belowAfterOne = 0;
    for (int i = 1; i <= n; i++) {
      long one = afterOne + afterTwo;
      afterTwo = belowAfterOne;
      belowAfterOne = afterOne;
      afterOne = one;
    }
    return afterOne + afterTwo;
  }
}
