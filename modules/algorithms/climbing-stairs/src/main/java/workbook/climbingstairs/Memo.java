package workbook.climbingstairs;

import java.math.BigInteger;

/// The same recursion, which writes down what it has found and asks there first.
///
/// `2n - 1` calls instead of `2 * ways(n) - 1`. They are nested `n` deep, and a thread's stack ends
/// somewhere: how deep, nobody promises.
public final class Memo {

  private Memo() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  /// @throws StackOverflowError if `n` calls do not fit on the stack
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    return count(n, new BigInteger[n + 1], counter);
  }

  private static BigInteger count(int n, BigInteger[] found, Counter counter) {
    counter.call();
    if (n <= 1) {
      return BigInteger.ONE;
    }
    if (found[n] == null) {
      found[n] = counter.add(count(n - 1, found, counter), count(n - 2, found, counter));
    }
    return found[n];
  }
}
