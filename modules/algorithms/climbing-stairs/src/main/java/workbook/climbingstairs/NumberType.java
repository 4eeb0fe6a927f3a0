package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.function.IntFunction;

/// The ways to keep the answer in a number of fixed size, each of which gives up somewhere.
enum NumberType {
  INT("int", n -> BigInteger.valueOf(Overflow.wrappingInt(n))),
  LONG("long", n -> BigInteger.valueOf(Overflow.wrappingLong(n))),
  DOUBLE("double", n -> Overflow.exactly(Overflow.rounding(n))),
  BINET("Binet in double", n -> Overflow.exactly(Binet.ways(n)));

  private final String label;
  private final IntFunction<BigInteger> ways;

  NumberType(String label, IntFunction<BigInteger> ways) {
    this.label = label;
    this.ways = ways;
  }

  String label() {
    return label;
  }

  /// What comes out, right or wrong.
  BigInteger ways(int n) {
    return ways.apply(n);
  }

  /// The last `n` up to which it is right, found by trying.
  int lastRight() {
    return Overflow.lastRight(ways);
  }
}
