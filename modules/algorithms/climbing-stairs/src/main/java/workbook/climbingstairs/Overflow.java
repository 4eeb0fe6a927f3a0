package workbook.climbingstairs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.IntFunction;

/// The loop of [TwoVariables] on the types that a processor has: what each does when the answer no
/// longer fits.
///
/// `int` and `long` wrap around without an error and may even come out positive. A `double` keeps
/// the size and loses the last digits. An API that returns one of them has to refuse.
public final class Overflow {

  /// The last `n` whose number of ways fits an `int`.
  public static final int LAST_INT = 45;

  /// The last `n` whose number of ways fits a `long`.
  public static final int LAST_LONG = 91;

  private Overflow() {}

  /// The loop as most people write it. Wrong from `n = 46` on.
  static int wrappingInt(int n) {
    int below = 1;
    int here = 1;
    for (int i = 2; i <= n; i++) {
      int next = here + below;
      below = here;
      here = next;
    }
    return here;
  }

  /// The same in `long`. Wrong from `n = 92` on.
  static long wrappingLong(int n) {
    long below = 1;
    long here = 1;
    for (int i = 2; i <= n; i++) {
      long next = here + below;
      below = here;
      here = next;
    }
    return here;
  }

  /// The same in `double`. It never wraps, and its last digits are soon wrong.
  static double rounding(int n) {
    double below = 1;
    double here = 1;
    for (int i = 2; i <= n; i++) {
      double next = here + below;
      below = here;
      here = next;
    }
    return here;
  }

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  /// @throws ArithmeticException if the answer does not fit an `int`, that is above [#LAST_INT]
  public static int checkedInt(int n) {
    check(n, LAST_INT, "an int");
    return wrappingInt(n);
  }

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  /// @throws ArithmeticException if the answer does not fit a `long`, that is above [#LAST_LONG]
  public static long checkedLong(int n) {
    check(n, LAST_LONG, "a long");
    return wrappingLong(n);
  }

  private static void check(int n, int last, String type) {
    Height.check(n);
    if (n > last) {
      throw new ArithmeticException(
          "ways(%d) does not fit %s: the last n whose number of ways does is %d"
              .formatted(n, type, last));
    }
  }

  /// The last `n` up to which a method gives no wrong answer, found by trying.
  static int lastRight(IntFunction<BigInteger> method) {
    BigInteger below = BigInteger.ZERO;
    BigInteger here = BigInteger.ONE;
    int n = 0;
    while (method.apply(n).equals(here)) {
      BigInteger next = here.add(below);
      below = here;
      here = next;
      n++;
    }
    return n - 1;
  }

  /// The integer that a `double` without a fraction stands for, to its last digit.
  static BigInteger exactly(double value) {
    return new BigDecimal(value).toBigIntegerExact();
  }
}
