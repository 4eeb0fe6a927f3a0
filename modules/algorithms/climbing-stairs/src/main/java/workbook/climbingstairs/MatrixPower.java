package workbook.climbingstairs;

import java.math.BigInteger;

/// One step of [TwoVariables] is a multiplication by a matrix, and a power of a matrix needs no `n`
/// multiplications:
///
/// ```text
/// ( ways(n)   )   ( 1 1 )   ( ways(n-1) )       ( ways(n)   )   ( 1 1 )^n   ( 1 )
/// ( ways(n-1) ) = ( 1 0 ) * ( ways(n-2) )  so   ( ways(n-1) ) = ( 1 0 )   * ( 0 )
/// ```
///
/// Squaring doubles the exponent, so `n` is reached in as many squarings as it has binary digits.
public final class MatrixPower {

  private static final Matrix ONE_MOVE =
      new Matrix(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

  private MatrixPower() {}

  /// The number of ways to climb `n` steps, 1 or 2 at a time.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static BigInteger ways(int n, Counter counter) {
    Height.check(n);
    counter.call();
    if (n == 0) {
      return BigInteger.ONE;
    }
    Matrix power = ONE_MOVE;
    for (int bit = Integer.highestOneBit(n) >> 1; bit > 0; bit >>= 1) {
      power = power.times(power, counter);
      if ((n & bit) != 0) {
        power = power.times(ONE_MOVE, counter);
      }
    }
    return power.topLeft;
  }

  private record Matrix(
      BigInteger topLeft, BigInteger topRight, BigInteger bottomLeft, BigInteger bottomRight) {

    Matrix times(Matrix that, Counter counter) {
      return new Matrix(
          rowTimesColumn(topLeft, topRight, that.topLeft, that.bottomLeft, counter),
          rowTimesColumn(topLeft, topRight, that.topRight, that.bottomRight, counter),
          rowTimesColumn(bottomLeft, bottomRight, that.topLeft, that.bottomLeft, counter),
          rowTimesColumn(bottomLeft, bottomRight, that.topRight, that.bottomRight, counter));
    }

    private static BigInteger rowTimesColumn(
        BigInteger left, BigInteger right, BigInteger top, BigInteger bottom, Counter counter) {
      return counter.add(counter.multiply(left, top), counter.multiply(right, bottom));
    }
  }
}
