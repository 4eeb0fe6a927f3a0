package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "autograd/4",
    title = "The backward pass of layer norm",
    hints = {
      "Give the three steps names: c = x - mean, deviation = sqrt(mean of c * c + "
          + "epsilon), z = c / deviation. Then y = z * gain + bias, and gain and bias are "
          + "the easy part: each is used once in every row.",
      "dz = dy * gain. All x of the row are in the mean, and all are in the deviation. "
          + "So dx[j] gets a part of the dz of the whole row, twice.",
      "For each row of n = gain.length numbers, in doubles: mean; deviation = "
          + "sqrt(mean of (x - mean)^2 + 0.00001); z = (x - mean) / deviation; dz = dy * "
          + "gain. Then dx += (dz - mean(dz) - z * mean(dz * z)) / deviation, where the "
          + "means are over the row, and dgain += dy * z, dbias += dy."
    },
    chinese =
        @Exercise.Chinese(
            title = "层归一化的反向传播",
            hints = {
              "给三个步骤起名：c = x - 均值，deviation = sqrt(c * c 的均"
                  + "值 + epsilon)，z = c / deviation。于是 y = z * ga"
                  + "in + bias。gain 和 bias 容易：每一行都用到它们一次。",
              "dz = dy * gain。整行的 x 都参与均值，也都参与标准差，所以 dx[j] " + "会两次分到整行 dz 的一部分。",
              "每行 n = gain.length 个数，用 double 计算：均值 mean；de"
                  + "viation = sqrt((x - mean)^2 的均值 + 0.00001)；z"
                  + " = (x - mean) / deviation；dz = dy * gain。然后 "
                  + "dx += (dz - dz 的均值 - z * (dz * z 的均值)) / dev"
                  + "iation，均值都按行取；dgain += dy * z，dbias += dy。"
            }))
@DisplayName("Exercise 4: the backward pass of layer norm")
class LayerNormBackwardTest {

  private static final Golden GOLDEN = Golden.beside(LayerNormBackwardTest.class);

  private static final float[] ROW = {1, 2, 6};

  /// mean 3, variance (4 + 1 + 9) / 3
  private static final double DEVIATION = Math.sqrt(14 / 3.0 + 1e-5);

  private static final double[] Z = {-2 / DEVIATION, -1 / DEVIATION, 3 / DEVIATION};

  private static float[] gradientOfX(float[] gain, float[] dy) {
    return gradientOfX(ROW, gain, dy);
  }

  private static float[] gradientOfX(float[] row, float[] gain, float[] dy) {
    float[] dx = new float[3];
    LayerNormBackward.passBack(row, gain, dy, dx, new float[3], new float[3]);
    return dx;
  }

  @Test
  @DisplayName("adding the same to a whole row changes nothing, so the gradients sum to 0")
  void shift() {
    float[] dx = gradientOfX(new float[] {1, 1, 1}, new float[] {1, 0, 0});
    Near.assertNear(
        "row 1 2 6, gradient of y 1 0 0: sum of the gradients of x",
        0,
        (double) dx[0] + dx[1] + dx[2],
        1e-6);
  }

  @Test
  @DisplayName("stretching a row changes nothing, so there is no gradient in that direction")
  void stretch() {
    float[] dx = gradientOfX(new float[] {1, 1, 1}, new float[] {1, 0, 0});
    Near.assertNear(
        "row 1 2 6, gradient of y 1 0 0: sum of gradient times z",
        0,
        dx[0] * Z[0] + dx[1] * Z[1] + dx[2] * Z[2],
        3e-6);
  }

  @Test
  @DisplayName("the gain scales the gradient before anything else")
  void gain() {
    // dz = (2, 0, 0): mean 2/3; mean of dz·z = 2 z0 / 3.
    float[] dx = gradientOfX(new float[] {2, 1, 1}, new float[] {1, 0, 0});
    for (int j = 0; j < 3; j++) {
      double expected = ((j == 0 ? 2 : 0) - 2 / 3.0 - Z[j] * 2 * Z[0] / 3) / DEVIATION;
      Near.assertNear(
          "row 1 2 6, gain 2 1 1: gradient of x[%d]".formatted(j), expected, dx[j], 1e-6);
    }
  }

  @Test
  @DisplayName("equal numbers have the variance 0, and epsilon under the root")
  void equal() {
    // dz = (1, 0, 0), z = 0: (1 - 1/3) / sqrt(0.00001).
    float[] dx = new float[3];
    float[] row = {2, 2, 2};
    LayerNormBackward.passBack(
        row, new float[] {1, 1, 1}, new float[] {1, 0, 0}, dx, new float[3], new float[3]);
    Near.assertNear(
        "row 2 2 2, gradient of y 1 0 0: gradient of x[0]", 2 / 3.0 / Math.sqrt(1e-5), dx[0], 1e-3);
  }

  @Test
  @DisplayName("adding 10,000 to a whole row changes nothing")
  void farFromZero() {
    float[] gain = {1, 1, 1};
    float[] dy = {1, 0, 0};
    // The mean of the first is a float, that of the second is none.
    for (int last : new int[] {6, 5}) {
      float[] near = gradientOfX(new float[] {1, 2, last}, gain, dy);
      float[] far = gradientOfX(new float[] {10_001, 10_002, 10_000 + last}, gain, dy);
      for (int j = 0; j < 3; j++) {
        Near.assertNear(
            "row 10001 10002 1000%d: gradient of x[%d], as for 1 2 %1$d".formatted(last, j),
            near[j],
            far[j],
            1e-6);
      }
    }
  }

  @Test
  @DisplayName("x, gain and the gradient of y stay as they were")
  void untouched() {
    float[] x = {1, 2, 6};
    float[] gain = {2, 3, 4};
    float[] dy = {5, 6, 7};
    LayerNormBackward.passBack(x, gain, dy, new float[3], new float[3], new float[3]);
    assertThat(x).as("x, 1 2 6, afterwards").isEqualTo(new float[] {1, 2, 6});
    assertThat(gain).as("gain, 2 3 4, afterwards").isEqualTo(new float[] {2, 3, 4});
    assertThat(dy).as("the gradient of y, 5 6 7, afterwards").isEqualTo(new float[] {5, 6, 7});
  }

  @Test
  @DisplayName("gain and bias get a part from every row")
  void gainAndBias() {
    float[] two = {1, 2, 6, 6, 2, 1};
    float[] dgain = {10, 10, 10};
    float[] dbias = {20, 20, 20};
    LayerNormBackward.passBack(
        two, new float[] {1, 1, 1}, new float[] {1, 1, 1, 5, 0, 0}, new float[6], dgain, dbias);
    // 10 was there; then dy · z of both rows.
    Near.assertNear("gradient of gain[0]", 10 + Z[0] + 5 * Z[2], dgain[0], 2e-6);
    Near.assertNear("gradient of gain[1]", 10 + Z[1], dgain[1], 2e-6);
    assertThat(dbias).as("gradient of the bias, where 20 was").isEqualTo(new float[] {26, 21, 21});
  }

  @Test
  @DisplayName("gives PyTorch's gradients, and adds them to those that are there")
  void pytorch() {
    float[] x = GOLDEN.tensor("layerNorm/x0").data();
    float[] dx = new float[x.length];
    java.util.Arrays.fill(dx, 1);
    float[] dgain = new float[6];
    float[] dbias = new float[6];
    LayerNormBackward.passBack(
        x,
        GOLDEN.tensor("layerNorm/x1").data(),
        GOLDEN.tensor("layerNorm/dy").data(),
        dx,
        dgain,
        dbias);
    for (int i = 0; i < dx.length; i++) {
      Near.assertNear(
          "PyTorch, gradient of x[%d][%d], where 1 was".formatted(i / 6, i % 6),
          1 + GOLDEN.tensor("layerNorm/dx0").data()[i],
          dx[i],
          2e-6);
    }
    for (int j = 0; j < 6; j++) {
      Near.assertNear(
          "PyTorch, gradient of gain[%d]".formatted(j),
          GOLDEN.tensor("layerNorm/dx1").data()[j],
          dgain[j],
          4e-6);
      Near.assertNear(
          "PyTorch, gradient of bias[%d]".formatted(j),
          GOLDEN.tensor("layerNorm/dx2").data()[j],
          dbias[j],
          4e-6);
    }
  }
}
