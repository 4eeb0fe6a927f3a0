package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Golden;
import workbook.exercise.Exercise;

@Exercise(
    id = "inference/3",
    title = "A row of weights in 8 bits",
    hints = {
      "The largest absolute weight becomes 127 or -127. What becomes of a row of zeros, and of 0.5?",
      "scale = largest absolute weight / 127. Math.round takes a half up, a cast cuts it off; "
          + "Math.rint takes it to the even neighbour.",
      "Find the largest Math.abs(weight); scale = largest / 127. For each weight: number = 0 if "
          + "scale is 0, else (byte) Math.rint(weight / scale)."
    },
    chinese =
        @Exercise.Chinese(
            title = "用 8 位存一行权重",
            hints = {
              "绝对值最大的权重变成 127 或 -127。全零的一行会怎样？0.5 又会怎样？",
              "scale = 最大绝对值 / 127。Math.round 把一半向上取，强制转换直接截断；Math.rint 取到偶数一侧。",
              "求最大的 Math.abs(weight)，scale = largest / 127。对每个权重：scale 为 0 时 number = 0，否则 "
                  + "number = (byte) Math.rint(weight / scale)。"
            }))
@DisplayName("Exercise 3: a row of weights in 8 bits")
class AbsmaxTest {

  private static void assertRow(float[] weights, double scale, int... expected) {
    float[] given = weights.clone();
    Absmax.Row row = Absmax.rounded(given);
    String what = Arrays.toString(weights);
    Compared.assertNear(
        "scale of " + what, new double[] {scale}, new double[] {row.scale()}, 1e-7 * scale);
    String actual = Arrays.toString(row.numbers());
    assertThat(actual)
        .withFailMessage(
            "numbers of %s: expected %s but was %s", what, Arrays.toString(expected), actual)
        .isEqualTo(Arrays.toString(expected));
    assertThat(given)
        .withFailMessage(
            "the weights given, which must stay as they are: expected %s but was %s",
            what, Arrays.toString(given))
        .isEqualTo(weights);
  }

  /// The scale is 31.75 / 127 = .25, which is exact.
  @Test
  @DisplayName("is divided by the scale and rounded to the nearest")
  void nearest() {
    assertRow(new float[] {31.75f, .3f, .2f, -.3f, -.2f, 0}, .25, 127, 1, 1, -1, -1, 0);
    assertRow(new float[] {31.75f, 1.2f, -1.2f}, .25, 127, 5, -5);
  }

  @Test
  @DisplayName("takes a half to the even number")
  void halves() {
    assertRow(
        new float[] {31.75f, .125f, .375f, .625f, -.125f, -.375f, -15.875f},
        .25,
        127,
        0,
        2,
        2,
        0,
        -2,
        -64);
  }

  @Test
  @DisplayName("has its scale from the largest absolute weight, whatever its sign")
  void negative() {
    assertRow(new float[] {1, -31.75f}, .25, 4, -127);
    assertRow(new float[] {-31.75f}, .25, -127);
  }

  @Test
  @DisplayName("of zeros is zeros")
  void zeros() {
    assertRow(new float[] {0, 0}, 0, 0, 0);
    assertRow(new float[] {-0f}, 0, 0);
  }

  @Test
  @DisplayName("has a scale as small as its weights")
  void small() {
    assertRow(new float[] {1e-6f, -1e-6f, 2e-7f}, 1e-6 / 127, 127, -127, 25);
  }

  /// torch.round of weights / scale, in golden.py.
  @Test
  @DisplayName("is rounded as PyTorch rounds it")
  void pytorch() {
    Golden golden = Golden.beside(AbsmaxTest.class);
    float[] weights = golden.floats("int8/weights");
    float[] expected = golden.floats("int8/row");
    for (int row = 0; row < 6; row++) {
      int[] numbers = new int[10];
      double largest = 0;
      for (int i = 0; i < 10; i++) {
        numbers[i] = (int) expected[row * 10 + i];
        largest = Math.max(largest, Math.abs(weights[row * 10 + i]));
      }
      assertRow(Arrays.copyOfRange(weights, row * 10, row * 10 + 10), largest / 127, numbers);
    }
  }

  @Test
  @DisplayName("is off by half a scale at most")
  void bound() {
    Random random = new Random(1);
    float[] weights = new float[1000];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - .5f;
    }
    Absmax.Row row = Absmax.rounded(weights.clone());
    for (int i = 0; i < weights.length; i++) {
      double error = Math.abs((double) row.scale() * row.numbers()[i] - weights[i]);
      assertThat(error)
          .withFailMessage(
              "seed 1, weight %s: %d times the scale %s is off by %s, more than half a scale",
              weights[i], row.numbers()[i], row.scale(), error)
          .isLessThanOrEqualTo(row.scale() * (.5 + 1e-5));
    }
  }
}
