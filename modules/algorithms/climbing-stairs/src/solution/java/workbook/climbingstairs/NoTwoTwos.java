package workbook.climbingstairs;

/// What may come next depends on the last move, so the last move is part of the state: one number
/// of ways for each. That needs no case by hand, and it works for any rule about neighbours.
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
