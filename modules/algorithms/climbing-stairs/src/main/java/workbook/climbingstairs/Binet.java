package workbook.climbingstairs;

/// Binet's formula: no loop at all, and wrong before long.
///
/// `ways(n) = (phi^(n+1) - psi^(n+1)) / sqrt(5)` with `phi = (1 + sqrt(5)) / 2` and `psi = (1 -
/// sqrt(5)) / 2`. The second term is always less than a half, so rounding does its work. The
/// formula is exact; a `double` has 53 binary digits.
public final class Binet {

  private static final double SQRT_5 = StrictMath.sqrt(5);
  private static final double PHI = (1 + SQRT_5) / 2;

  private Binet() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time, as near as a `double` comes. It is
  /// the same on every machine, because [StrictMath] is; [Math#pow] need not be.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static double ways(int n) {
    Height.check(n);
    return StrictMath.floor(StrictMath.pow(PHI, n + 1) / SQRT_5 + 0.5);
  }

  /// The first `n` for which [#ways] is wrong, found by trying.
  public static int firstWrong() {
    return 1 + Overflow.lastRight(n -> Overflow.exactly(ways(n)));
  }
}
