package workbook.climbingstairs;

import java.math.BigInteger;

/// The memo filled from the bottom up: every number is there when it is needed, so nothing has to
/// ask for it, and the recursion is gone.
///
/// It keeps all `n + 1` numbers to use the last two.
public final class Table {

  private Table() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    counter.call();
    BigInteger[] ways = new BigInteger[n + 1];
    ways[0] = BigInteger.ONE;
    for (int i = 1; i <= n; i++) {
      ways[i] = i == 1 ? BigInteger.ONE : counter.add(ways[i - 1], ways[i - 2]);
    }
    return ways[n];
  }
}
