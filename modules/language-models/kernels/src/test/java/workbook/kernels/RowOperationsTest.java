package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is done to rows")
class RowOperationsTest {

  private final FloatKernels scalar = new ScalarKernels();
  private final FloatKernels vector = new VectorKernels();

  @Test
  @DisplayName(
      "has the same bits in vectors as in plain loops, for rows of 0 to 70, odd numbers too")
  void sameBits() {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    for (int columns = 0; columns <= 70; columns++) {
      for (int round = 0; round < 20; round++) {
        String what = "seed %d, round %d, %d columns".formatted(Floats.SEED, round, columns);
        int rows = 1 + random.nextInt(4);
        int count = rows * columns;
        float[] x = round % 2 == 0 ? Floats.random(random, count) : Floats.odd(random, count);
        assertThat(Float.floatToIntBits(vector.sum(x, 0, columns)))
            .as("sum, %s", what)
            .isEqualTo(Float.floatToIntBits(scalar.sum(x, 0, columns)));
        int from = Math.min(1, columns);
        assertThat(Float.floatToIntBits(vector.dot(x, from, x, 0, columns - from)))
            .as("dot, %s", what)
            .isEqualTo(Float.floatToIntBits(scalar.dot(x, from, x, 0, columns - from)));
        float[] expected = new float[count];
        float[] actual = new float[count];
        scalar.softmax(x, expected, columns, 0, rows);
        vector.softmax(x, actual, columns, 0, rows);
        Floats.assertSameBits("softmax, " + what, expected, actual);
        float[] gain = Floats.odd(random, columns);
        float[] bias = Floats.random(random, columns);
        scalar.layerNorm(x, gain, bias, 1e-5f, expected, 0, rows);
        vector.layerNorm(x, gain, bias, 1e-5f, actual, 0, rows);
        Floats.assertSameBits("layer norm, " + what, expected, actual);
        float[] dy = Floats.random(random, count);
        float[] z = new float[count];
        float[] sameZ = new float[count];
        for (boolean anew : new boolean[] {true, false}) {
          scalar.layerNormGradient(x, gain, 1e-5f, dy, z, expected, anew, 0, rows);
          vector.layerNormGradient(x, gain, 1e-5f, dy, sameZ, actual, anew, 0, rows);
          Floats.assertSameBits("layer norm's gradient, " + what, expected, actual);
          Floats.assertSameBits("z, " + what, z, sameZ);
        }
      }
    }
  }

  @Test
  @DisplayName("a sum has 16 partial sums, which are added up in halves")
  void order() {
    // 2^24 + 1 rounds to 2^24. The elements 0 and 16 are in one partial sum, 1 in another: there
    // 2^24 - 2^24 is 0, and the 1 is not lost. From left to right it would be.
    float[] x = new float[17];
    x[0] = 0x1p24f;
    x[1] = 1;
    x[16] = -0x1p24f;
    assertThat(scalar.sum(x, 0, 17)).isEqualTo(1);
    // Element 8 is added to element 0 first, 4 after it, 2 and 1 last: 2^24 - 2^24 + 1 + ...
    float[] halves = new float[16];
    halves[0] = 0x1p24f;
    halves[4] = 1;
    halves[8] = -0x1p24f;
    assertThat(scalar.sum(halves, 0, 16)).isEqualTo(1);
    halves[8] = 1;
    halves[4] = -0x1p24f;
    assertThat(scalar.sum(halves, 0, 16)).isZero();
  }

  @Test
  @DisplayName("sums and products of rows take their range and no more")
  void ranges() {
    float[] x = {100, 1, 2, 3, 100};
    for (FloatKernels kernels : new FloatKernels[] {scalar, vector}) {
      assertThat(kernels.sum(x, 1, 4)).isEqualTo(6);
      assertThat(kernels.sum(x, 2, 2)).isZero();
      assertThat(kernels.dot(x, 1, x, 2, 2)).isEqualTo(1 * 2 + 2 * 3);
    }
  }

  @Test
  @DisplayName(
      "softmax of [0, ln 2, ln 3] is [1/6, 2/6, 3/6], and shifting the row changes nothing")
  void softmax() {
    float[] x = {0, (float) Math.log(2), (float) Math.log(3), 1000, 1000, 1000};
    for (FloatKernels kernels : new FloatKernels[] {scalar, vector}) {
      float[] y = {-1, -1, -1, -1, -1, -1};
      kernels.softmax(x, y, 3, 0, 1);
      Floats.assertClose("softmax", new float[] {1 / 6f, 2 / 6f, 3 / 6f, -1, -1, -1}, y, 2e-7, 0);
      kernels.softmax(x, y, 3, 1, 2);
      Floats.assertClose(
          "softmax of thousands",
          new float[] {1 / 3f, 1 / 3f, 1 / 3f},
          new float[] {y[3], y[4], y[5]},
          2e-7,
          0);
    }
  }

  @Test
  @DisplayName("layer norm of [1, 0, 0, 0] is the published 1.7320, -.5773")
  void layerNorm() {
    // Mean 1/4, variance 3/16: (3/4) / sqrt(3/16) = sqrt 3, and (-1/4) / sqrt(3/16) = -1 / sqrt 3.
    // Divided by n - 1 it would be 1.5 and -.5.
    float[] gain = {1, 1, 1, 1};
    float[] bias = new float[4];
    for (FloatKernels kernels : new FloatKernels[] {scalar, vector}) {
      float[] y = new float[4];
      kernels.layerNorm(new float[] {1, 0, 0, 0}, gain, bias, 1e-5f, y, 0, 1);
      assertThat(y[0]).isCloseTo(1.7320f, Offset.offset(5e-5f));
      assertThat(y[1]).isCloseTo(-.5773f, Offset.offset(5e-5f));
    }
  }

  @Test
  @DisplayName("both work in place")
  void inPlace() {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    float[] x = Floats.random(random, 3 * 37);
    float[] gain = Floats.random(random, 37);
    for (FloatKernels kernels : new FloatKernels[] {scalar, vector}) {
      float[] apart = new float[x.length];
      float[] inPlace = x.clone();
      kernels.softmax(x, apart, 37, 0, 3);
      kernels.softmax(inPlace, inPlace, 37, 0, 3);
      Floats.assertSameBits("softmax", apart, inPlace);
      inPlace = x.clone();
      kernels.layerNorm(x, gain, gain, 1e-5f, apart, 0, 3);
      kernels.layerNorm(inPlace, gain, gain, 1e-5f, inPlace, 0, 3);
      Floats.assertSameBits("layer norm", apart, inPlace);
    }
  }
}
