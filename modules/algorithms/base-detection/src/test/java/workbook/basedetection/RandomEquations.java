package workbook.basedetection;

import java.math.BigInteger;
import java.util.Random;

/// Equations for tests, from a seed: most are true in some base or nearly so.
final class RandomEquations {

  private final Random random;
  private final int digits;

  /// @param digits the most digits that p and q have
  RandomEquations(long seed, int digits) {
    this.random = new Random(seed);
    this.digits = digits;
  }

  Equation next() {
    int largest = 1 + random.nextInt(9);
    String p = numeral(largest);
    String q = numeral(largest);
    int base = largest + 1 + random.nextInt(1 + random.nextInt(40));
    String r = product(p, q, base);
    if (random.nextInt(4) == 0) {
      int place = random.nextInt(r.length());
      r = r.substring(0, place) + random.nextInt(10) + r.substring(place + 1);
    }
    return Equation.of(p, q, r);
  }

  /// Mostly zeros and ones: with large digits no large base leaves a product with digits up to 9.
  private String numeral(int largest) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(digits);
    for (int i = 0; i < length; i++) {
      text.append(random.nextInt(3) == 0 ? random.nextInt(largest + 1) : random.nextInt(2));
    }
    return text.toString();
  }

  /// The product in a base, where a digit above 9 becomes 9.
  private static String product(String p, String q, int base) {
    BigInteger factor = BigInteger.valueOf(base);
    BigInteger rest = value(p, factor).multiply(value(q, factor));
    StringBuilder text = new StringBuilder();
    do {
      BigInteger[] parts = rest.divideAndRemainder(factor);
      text.append(Math.min(9, parts[1].intValue()));
      rest = parts[0];
    } while (rest.signum() > 0);
    return text.reverse().toString();
  }

  private static BigInteger value(String text, BigInteger base) {
    BigInteger value = BigInteger.ZERO;
    for (char c : text.toCharArray()) {
      value = value.multiply(base).add(BigInteger.valueOf(c - '0'));
    }
    return value;
  }
}
