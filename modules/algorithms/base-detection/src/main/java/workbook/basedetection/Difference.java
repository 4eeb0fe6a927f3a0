package workbook.basedetection;

import java.util.Arrays;

/// The polynomial p(B)q(B) - r(B), whose roots above the digits are the bases in which p times q is
/// r.
final class Difference {

  private static final int TERMS_SHOWN = 3;

  private final int[] coefficients;

  private Difference(int[] coefficients) {
    this.coefficients = coefficients;
  }

  static Difference of(Equation equation) {
    int[] columns = Columns.of(equation.p(), equation.q());
    int[] difference = Arrays.copyOf(columns, Math.max(columns.length, equation.r().length()));
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= equation.r().digit(i);
    }
    return new Difference(difference);
  }

  /// How many coefficients there are, zeros included.
  int length() {
    return coefficients.length;
  }

  /// The coefficient of B to the power of `i`.
  int coefficient(int i) {
    return coefficients[i];
  }

  /// The polynomial with the lowest power first, for instance `52 - 4B + 3B^2`; of more than three
  /// terms the first three.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int terms = 0;
    for (int i = 0; i < coefficients.length; i++) {
      if (coefficients[i] != 0) {
        if (++terms > TERMS_SHOWN) {
          return text.append(" + ..").toString();
        }
        append(text, coefficients[i], i);
      }
    }
    return terms == 0 ? "0" : text.toString();
  }

  private static void append(StringBuilder text, int coefficient, int power) {
    if (text.isEmpty()) {
      text.append(coefficient < 0 ? "-" : "");
    } else {
      text.append(coefficient < 0 ? " - " : " + ");
    }
    int size = Math.abs(coefficient);
    if (size != 1 || power == 0) {
      text.append(size);
    }
    if (power > 0) {
      text.append('B');
    }
    if (power > 1) {
      text.append('^').append(power);
    }
  }
}
