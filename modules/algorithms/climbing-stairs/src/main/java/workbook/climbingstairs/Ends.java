package workbook.climbingstairs;

import java.math.BigDecimal;
import java.math.BigInteger;

/// How long a number is, and how it begins and ends.
///
/// @param digits how many decimal digits it has
/// @param first its first ten digits, or all if it has fewer
/// @param last its last ten digits, or all if it has fewer
public record Ends(long digits, String first, String last) {

  private static final int SHOWN = 10;
  private static final BigInteger LAST_SHOWN = BigInteger.TEN.pow(SHOWN);

  /// The ends of a number that is there. [BigInteger#toString] would have to find all digits, which
  /// is much more work; one division is enough.
  ///
  /// @param value 0 or more
  public static Ends of(BigInteger value) {
    // At least 2^(bits-1): so many digits are there at the least, give or take one for the
    // rounding.
    int atLeast = (int) ((value.bitLength() - 1) * Math.log10(2));
    int cut = Math.max(0, atLeast - 2 * SHOWN);
    String head = value.divide(BigInteger.TEN.pow(cut)).toString();
    return of(head.length() + (long) cut, head, value.mod(LAST_SHOWN));
  }

  /// The ends of the number of ways to climb `n` steps, without the number: its first digits come
  /// from a lower and an upper bound that agree on them, its last ones from a remainder.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  /// @throws ArithmeticException if there are more than about 2^31 digits
  public static Ends ofWays(Steps steps, long n) {
    BigInteger last = LinearRecurrence.ways(steps, n, new Modulo(LAST_SHOWN, new Counter()));
    for (int precision = 4 * SHOWN; ; precision *= 2) {
      Bounds.Interval ways = LinearRecurrence.ways(steps, n, new Bounds(precision));
      Ends low = of(ways.low(), last);
      if (low.equals(of(ways.high(), last))) {
        return low;
      }
    }
  }

  private static Ends of(BigDecimal bound, BigInteger last) {
    // 5E+3 is the number 5000; and 0E+3, without its trailing zeros, is 0.
    BigDecimal head = bound.stripTrailingZeros();
    long digits = (long) head.precision() - head.scale();
    return of(digits, head.unscaledValue() + "0".repeat(SHOWN), last);
  }

  private static Ends of(long digits, String head, BigInteger last) {
    int shown = (int) Math.min(SHOWN, digits);
    String tail = "0".repeat(SHOWN) + last;
    return new Ends(digits, head.substring(0, shown), tail.substring(tail.length() - shown));
  }

  /// Whether there are digits between the first and the last ten.
  boolean isCut() {
    return digits > 2 * SHOWN;
  }

  /// For instance `3160476873...4926937501`, or the whole number where it has up to 20 digits.
  @Override
  public String toString() {
    if (digits <= SHOWN) {
      return first;
    }
    return isCut() ? first + "..." + last : first + last.substring((int) (2 * SHOWN - digits));
  }
}
