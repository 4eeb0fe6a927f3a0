package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.opentest4j.AssertionFailedError;

/// Comparison of floats with what they should be.
final class Close {

  private Close() {}

  /// @param allowed by how much it may be off
  static void assertNear(String what, double expected, double actual, double allowed) {
    if (!(Math.abs(expected - actual) <= allowed)) {
      throw new AssertionFailedError(
          "[%s] expected: %s but was: %s".formatted(what, (float) expected, (float) actual),
          (float) expected,
          (float) actual);
    }
  }

  /// How far a float may be off is measured in the rounding of a float, 2^-24, at the size of the
  /// largest number around: where terms of that size were added, no smaller error can be asked for.
  ///
  /// @param roundings how many of them, one on top of the other
  static void assertClose(String what, double[] expected, float[] actual, double roundings) {
    assertThat(actual).as("%s: length", what).hasSize(expected.length);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double allowed = roundings * Math.max(largest, 1) * 0x1p-24;
    for (int i = 0; i < expected.length; i++) {
      assertNear(what + ", element " + i, expected[i], actual[i], allowed);
    }
  }

  static double[] doubles(float[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
    }
    return y;
  }
}
