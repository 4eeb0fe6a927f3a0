package workbook.climbingstairs;

import java.math.BigInteger;

/// Remainders after division by `m`. They never grow, so `n` can be as large as a `long`.
///
/// @param m what is divided by, 1 or more
/// @param counter where the operations are counted
public record Modulo(BigInteger m, Counter counter) implements Numbers<BigInteger> {

  /// @throws IllegalArgumentException if `m` is not positive
  public Modulo {
    if (m.signum() <= 0) {
      throw new IllegalArgumentException("the modulus must be 1 or more, and was " + m);
    }
  }

  @Override
  public BigInteger zero() {
    return BigInteger.ZERO;
  }

  @Override
  public BigInteger one() {
    // Modulo 1 even this is 0.
    return BigInteger.ONE.mod(m);
  }

  @Override
  public BigInteger plus(BigInteger a, BigInteger b) {
    return counter.add(a, b).mod(m);
  }

  @Override
  public BigInteger times(BigInteger a, BigInteger b) {
    return counter.multiply(a, b).mod(m);
  }
}
