package workbook.climbingstairs;

import java.math.BigInteger;

/// The table without the table: only the last two numbers are ever used again.
public final class TwoVariables {

  private TwoVariables() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    counter.call();
    BigInteger below = BigInteger.ONE;
    BigInteger here = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      BigInteger next = counter.add(here, below);
      below = here;
      here = next;
    }
    return here;
  }
}
