package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.Arrays;

/// [TwoVariables] for any set of steps: the last `k` numbers, where `k` is the largest step.
public final class SlidingWindow {

  private SlidingWindow() {}

  /// The number of ways to climb `n` steps with moves of these sizes.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(Steps steps, int n, Counter counter) {
    Height.check(n);
    counter.call();
    int k = steps.largest();
    // ways(i) is at i % k. Below the floor there is nothing: those are 0.
    BigInteger[] window = new BigInteger[k];
    Arrays.fill(window, BigInteger.ZERO);
    window[0] = BigInteger.ONE;
    for (int i = 1; i <= n; i++) {
      BigInteger sum = BigInteger.ZERO;
      for (int size : steps.sizes()) {
        sum = counter.add(sum, window[Math.floorMod(i - size, k)]);
      }
      window[i % k] = sum;
    }
    return window[n % k];
  }
}
