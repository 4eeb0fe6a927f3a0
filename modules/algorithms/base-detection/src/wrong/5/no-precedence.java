/// The learner sees: `bases("2+3*4=22", 40): expected [6] but was [9]`
///
/// One loop for all operators reads 2+3*4 as a pocket calculator does: 5 and then 20.
package workbook.basedetection;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

final class AnyEquation {

  private AnyEquation() {}

  static List<Integer> bases(String equation, int limit) {
    int largest = equation.chars().filter(Character::isDigit).map(c -> c - '0').max().orElse(0);
    return IntStream.rangeClosed(Math.max(2, largest + 1), limit)
        .filter(base -> new Evaluation(equation, base).holds())
        .boxed()
        .toList();
  }

  private static final class Evaluation {

    private final String text;
    private final int base;
    private int position;

    Evaluation(String text, int base) {
      this.text = text.replace(" ", "");
      this.base = base;
    }

    boolean holds() {
      BigInteger left = expression();
      take('=');
      BigInteger right = expression();
      if (position < text.length()) {
        throw misfit();
      }
      return left.equals(right);
    }

    private BigInteger expression() {
      BigInteger value = factor();
      while ("+-*".indexOf(next()) >= 0) {
        char operator = next();
        position++;
        BigInteger right = factor();
        value =
            switch (operator) {
              case '+' -> value.add(right);
              case '-' -> value.subtract(right);
              default -> value.multiply(right);
            };
      }
      return value;
    }

    private BigInteger factor() {
      if (next() == '(') {
        position++;
        BigInteger inside = expression();
        take(')');
        return inside;
      }
      int start = position;
      while (next() >= '0' && next() <= '9') {
        position++;
      }
      if (position == start) {
        throw misfit();
      }
      return new Numeral(text.substring(start, position)).value(base);
    }

    private void take(char wanted) {
      if (next() != wanted) {
        throw misfit();
      }
      position++;
    }

    private char next() {
      return position < text.length() ? text.charAt(position) : '\0';
    }

    private IllegalArgumentException misfit() {
      return new IllegalArgumentException("character %d does not fit".formatted(position + 1));
    }
  }
}
