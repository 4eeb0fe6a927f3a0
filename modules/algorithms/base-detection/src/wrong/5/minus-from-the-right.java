/// The learner sees: `bases("10-2-3=5", 40): expected [10] but was []`
///
/// The grammar is written as it is said, *an expression is a term, or a term minus an expression*,
/// and 10-2-3 becomes 10-(2-3). With + and * alone nobody notices.
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
      BigInteger left = term();
      if (next() == '+') {
        position++;
        return left.add(expression());
      }
      if (next() == '-') {
        position++;
        return left.subtract(expression());
      }
      return left;
    }

    private BigInteger term() {
      BigInteger left = factor();
      if (next() == '*') {
        position++;
        return left.multiply(term());
      }
      return left;
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
