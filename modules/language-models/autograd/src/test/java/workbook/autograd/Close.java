package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.api.Assertions;

/// Comparison of floats with what they should be.
final class Close {

  private Close() {}

  /// How far a float may be off is measured in the rounding of a float, 2^-24, at the size of the
  /// largest number around: where terms of that size were added, no smaller error can be asked for.
  ///
  /// @param roundings how many of them, one on top of the other
  static void assertClose(String what, double[] expected, float[] actual, double roundings) {
    assertThat(actual).as("%s: length", what).hasSize(expected.length);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double allowed = roundings * Math.max(largest, 1) * 0x1p-24;
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .as("%s, element %d", what, i)
          .isCloseTo(expected[i], Assertions.within(allowed));
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
