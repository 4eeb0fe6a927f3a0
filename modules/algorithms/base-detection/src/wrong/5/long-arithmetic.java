/// The learner sees: `bases("65536*65536*65536*65536=0", 10): expected [] but was [10]`
///
/// A `long` is enough for every equation that one tries by hand. 2^64 is the first power of two
/// that becomes 0 in it.
package workbook.basedetection;

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
      long left = expression();
      take('=');
      long right = expression();
      if (position < text.length()) {
        throw misfit();
      }
      return left == right;
    }

    private long expression() {
      long value = term();
      while (next() == '+' || next() == '-') {
        boolean add = next() == '+';
        position++;
        value += add ? term() : -term();
      }
      return value;
    }

    private long term() {
      long value = factor();
      while (next() == '*') {
        position++;
        value *= factor();
      }
      return value;
    }

    private long factor() {
      if (next() == '(') {
        position++;
        long inside = expression();
        take(')');
        return inside;
      }
      if (next() < '0' || next() > '9') {
        throw misfit();
      }
      long value = 0;
      while (next() >= '0' && next() <= '9') {
        value = value * base + next() - '0';
        position++;
      }
      return value;
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
