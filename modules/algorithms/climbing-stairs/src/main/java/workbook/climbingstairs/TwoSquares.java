package workbook.climbingstairs;

import java.math.BigInteger;

/// [FastDoubling] with its third multiplication taken away, for numbers so long that it matters.
///
/// Cassini's identity `ways(k)^2 - ways(k) * ways(k-1) - ways(k-1)^2 = (-1)^k` gives the product
/// from two squares that are needed anyway, and a square is cheaper than a product:
///
/// ```text
/// ways(2k)     = ways(k)^2 + ways(k-1)^2
/// ways(2k - 1) = 2 * ways(k)^2 - 3 * ways(k-1)^2 - 2 * (-1)^k
/// ```
public final class TwoSquares {

  private static final BigInteger TWO_MORE = BigInteger.TWO;
  private static final BigInteger TWO_LESS = BigInteger.TWO.negate();

  private TwoSquares() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    counter.call();
    BigInteger here = BigInteger.ONE; // ways(k), from k = 0
    BigInteger below = BigInteger.ZERO; // ways(k - 1)
    boolean odd = false; // whether k is
    for (int bit = Integer.highestOneBit(n); bit > 0; bit >>= 1) {
      BigInteger square = counter.square(here);
      BigInteger squareBelow = counter.square(below);
      BigInteger doubled = counter.add(square, squareBelow);
      BigInteger difference = counter.subtract(square, squareBelow);
      BigInteger belowDoubled =
          counter.add(
              counter.subtract(counter.add(difference, difference), squareBelow),
              odd ? TWO_MORE : TWO_LESS);
      odd = (n & bit) != 0;
      if (odd) {
        here = counter.add(doubled, belowDoubled);
        below = doubled;
      } else {
        here = doubled;
        below = belowDoubled;
      }
    }
    return here;
  }
}
