package workbook.climbingstairs;

import java.math.BigInteger;

/// The rule, written down as it is: the last move was 1 step or 2 steps.
///
/// It is right, and it is the slowest program of this topic: it finds the same numbers again and
/// again. It calls itself `2 * ways(n) - 1` times, because every call either ends in a 1 or splits
/// in two, and the ones are all that its result is made of.
public final class NaiveRecursion {

  private NaiveRecursion() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    return count(n, counter);
  }

  private static BigInteger count(int n, Counter counter) {
    counter.call();
    if (n <= 1) {
      // One step: one way. No step at all: also one, namely to stay where you are.
      return BigInteger.ONE;
    }
    return counter.add(count(n - 1, counter), count(n - 2, counter));
  }
}
