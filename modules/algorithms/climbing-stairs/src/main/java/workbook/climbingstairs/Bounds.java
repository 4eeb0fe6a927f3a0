package workbook.climbingstairs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers of which only the first few digits are kept, as a pair: one that is never too large and
/// one that is never too small. Where both begin with the same digits, those digits are right.
///
/// This holds for numbers that are not negative, under addition and multiplication.
public final class Bounds implements Numbers<Bounds.Interval> {

  /// @param low at most the number
  /// @param high at least the number
  public record Interval(BigDecimal low, BigDecimal high) {}

  private static final Interval ZERO = new Interval(BigDecimal.ZERO, BigDecimal.ZERO);
  private static final Interval ONE = new Interval(BigDecimal.ONE, BigDecimal.ONE);

  private final MathContext down;
  private final MathContext up;

  /// @param digits how many digits are kept
  public Bounds(int digits) {
    down = new MathContext(digits, RoundingMode.FLOOR);
    up = new MathContext(digits, RoundingMode.CEILING);
  }

  @Override
  public Interval zero() {
    return ZERO;
  }

  @Override
  public Interval one() {
    return ONE;
  }

  @Override
  public Interval plus(Interval a, Interval b) {
    return new Interval(a.low.add(b.low, down), a.high.add(b.high, up));
  }

  @Override
  public Interval times(Interval a, Interval b) {
    return new Interval(a.low.multiply(b.low, down), a.high.multiply(b.high, up));
  }
}
