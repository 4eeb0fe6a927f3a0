package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Seeded numbers, and comparisons that say where two arrays part.
final class Floats {

  static final long SEED = 20_261_125;

  private Floats() {}

  static float[] random(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (random.nextFloat() - 0.5f) * 8;
    }
    return numbers;
  }

  /// The same, and every 50th or so is infinite, not a number, a zero with a sign, or tiny.
  static float[] odd(SplittableRandom random, int count) {
    float[] odd = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      -0.0f,
      Float.MIN_VALUE,
      Float.MAX_VALUE
    };
    float[] numbers = random(random, count);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(50) == 0) {
        numbers[i] = odd[random.nextInt(odd.length)];
      }
    }
    return numbers;
  }

  static Matrix matrix(SplittableRandom random, int rows, int columns) {
    return Matrix.of(random(random, rows * columns), rows, columns);
  }

  /// A matrix of this size that lies with its columns in one piece, inside of a larger one.
  static Matrix transposedPart(SplittableRandom random, int rows, int columns) {
    return matrix(random, columns + 3, rows + 2).part(1, columns + 1, 2, rows + 2).transposed();
  }

  /// The numbers as a learner reads them.
  static String list(float[] numbers) {
    return Arrays.toString(numbers).replaceAll("[\\[\\]]", "");
  }

  static void assertSameBits(String what, float[] expected, float[] actual) {
    assertThat(actual).as("%s: length", what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      // All NaNs are one here.
      if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
        assertThat(actual[i]).as("%s: element %d", what, i).isEqualTo(expected[i]);
      }
    }
  }

  /// @param relative how far each may be off, as a part of its size, and
  /// @param absolute in any case
  static void assertClose(
      String what, float[] expected, float[] actual, double relative, double absolute) {
    assertThat(actual).as("%s: length", what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double allowed =
          Float.isInfinite(expected[i]) ? 0 : Math.abs((double) expected[i]) * relative + absolute;
      boolean same = Float.compare(expected[i], actual[i]) == 0;
      if (!same && !(Math.abs((double) expected[i] - actual[i]) <= allowed)) {
        assertThat(actual[i]).as("%s: element %d", what, i).isEqualTo(expected[i]);
      }
    }
  }
}
