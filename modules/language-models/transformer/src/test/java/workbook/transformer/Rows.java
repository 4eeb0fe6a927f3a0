package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Compares whole rows, so that a learner sees all of both.
final class Rows {

  /// Digits behind the point; many where rows differ behind the few.
  private static final int FEW = 6;

  private static final int MANY = 12;

  private Rows() {}

  static void assertRow(String what, double[] expected, double[] actual) {
    assertNear(what, expected, actual, 1e-9);
  }

  static void assertNear(String what, double[] expected, double[] actual, double tolerance) {
    boolean near = expected.length == actual.length;
    for (int i = 0; near && i < expected.length; i++) {
      near = Math.abs(expected[i] - actual[i]) <= tolerance;
    }
    boolean same = text(FEW, expected).equals(text(FEW, actual));
    int digits = same ? MANY : FEW;
    assertThat(near)
        .withFailMessage(
            "%s: expected %s but was %s", what, text(digits, expected), text(digits, actual))
        .isTrue();
  }

  static String text(double... row) {
    return text(FEW, row);
  }

  private static String text(int digits, double... row) {
    return Arrays.stream(row)
        .mapToObj(x -> String.format(Locale.ROOT, "%." + digits + "f", x))
        .collect(Collectors.joining(" "));
  }
}
