package workbook.climbingstairs;

import java.math.BigInteger;

/// Half of what a matrix holds is there twice. Without it, a doubling needs three multiplications.
///
/// The formulas can be read off the stairs. Look at step `k` of a climb of `2k` steps: either you
/// stand on it, and then there are `ways(k)` ways below and `ways(k)` above, or you jump over it
/// from `k - 1` to `k + 1`, with `ways(k - 1)` on both sides. In the same way, with `2k - 1` steps:
///
/// ```text
/// ways(2k)     = ways(k)^2 + ways(k-1)^2
/// ways(2k - 1) = ways(k-1) * (ways(k) + ways(k-2)),  where  ways(k-2) = ways(k) - ways(k-1)
/// ```
public final class FastDoubling {

  private FastDoubling() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    counter.call();
    BigInteger here = BigInteger.ONE; // ways(k), from k = 0
    BigInteger below = BigInteger.ZERO; // ways(k - 1)
    for (int bit = Integer.highestOneBit(n); bit > 0; bit >>= 1) {
      BigInteger twoBelow = counter.subtract(here, below);
      BigInteger doubled = counter.add(counter.square(here), counter.square(below));
      BigInteger belowDoubled = counter.multiply(below, counter.add(here, twoBelow));
      if ((n & bit) == 0) {
        here = doubled;
        below = belowDoubled;
      } else {
        here = counter.add(doubled, belowDoubled);
        below = doubled;
      }
    }
    return here;
  }
}
