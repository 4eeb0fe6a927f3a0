package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Compares whole rows, so that a learner sees all of both.
final class Compared {

  private Compared() {}

  /// To 1e-9.
  static void assertRow(String what, double[] expected, double[] actual) {
    assertNear(what, expected, actual, 1e-9);
  }

  static void assertNear(String what, double[] expected, double[] actual, double tolerance) {
    boolean near = actual != null && expected.length == actual.length;
    for (int i = 0; near && i < expected.length; i++) {
      near = expected[i] == actual[i] || Math.abs(expected[i] - actual[i]) <= tolerance;
    }
    assertThat(near)
        .withFailMessage(
            "%s: expected %s but was %s",
            what, text(expected), actual == null ? "null" : text(actual))
        .isTrue();
  }

  static String text(double... row) {
    return Arrays.stream(row)
        .mapToObj(x -> String.format(Locale.ROOT, "%.6f", x))
        .collect(Collectors.joining(" "));
  }
}
