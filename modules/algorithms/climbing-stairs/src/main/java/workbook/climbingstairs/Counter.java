package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.function.BinaryOperator;

/// Arithmetic on [BigInteger] that counts what it does.
///
/// Every method of this topic does its sums through a counter, so that methods are compared by what
/// they do and not by how long it took on somebody's machine. One operation on long numbers costs
/// more than one on short numbers; the count says nothing of that.
public final class Counter {

  private final BinaryOperator<BigInteger> product;
  private long calls;
  private long additions;
  private long multiplications;

  public Counter() {
    this(BigInteger::multiply);
  }

  /// A counter that multiplies in another way, such as [BigInteger#parallelMultiply].
  public Counter(BinaryOperator<BigInteger> product) {
    this.product = product;
  }

  /// Notes that a method was entered.
  public void call() {
    calls++;
  }

  public BigInteger add(BigInteger a, BigInteger b) {
    additions++;
    return a.add(b);
  }

  /// The difference, counted as an addition: it is the same work.
  public BigInteger subtract(BigInteger a, BigInteger b) {
    additions++;
    return a.subtract(b);
  }

  public BigInteger multiply(BigInteger a, BigInteger b) {
    multiplications++;
    return product.apply(a, b);
  }

  public BigInteger square(BigInteger a) {
    return multiply(a, a);
  }

  public long calls() {
    return calls;
  }

  public long additions() {
    return additions;
  }

  public long multiplications() {
    return multiplications;
  }

  /// Additions and multiplications together.
  public long operations() {
    return additions + multiplications;
  }
}
