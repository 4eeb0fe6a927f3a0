package workbook.climbingstairs;

import java.math.BigInteger;

/// Integers of any length.
///
/// @param counter where the operations are counted
public record Exact(Counter counter) implements Numbers<BigInteger> {

  @Override
  public BigInteger zero() {
    return BigInteger.ZERO;
  }

  @Override
  public BigInteger one() {
    return BigInteger.ONE;
  }

  @Override
  public BigInteger plus(BigInteger a, BigInteger b) {
    return counter.add(a, b);
  }

  @Override
  public BigInteger times(BigInteger a, BigInteger b) {
    return counter.multiply(a, b);
  }
}
