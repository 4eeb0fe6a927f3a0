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
      "Give the three steps names: c = x - mean, deviation = sqrt(mean of c * c +"
          + " epsilon), z = c / deviation. Then y = z * gain + bias, and gain and bias are the"
          + " easy part: each is used once in every row.",
      "dz = dy * gain. All x of the row are in the mean, and all are in the deviation."
          + " So dx[j] gets a part of the dz of the whole row, twice.",
      "dx = (dz - mean(dz) - z * mean(dz * z)) / deviation, where the means are over"
          + " the row. Check: the dx of a row sum to 0, and so do the dx * z (but for"
          + " epsilon). For gain add dy * z, for bias dy."
    })
@DisplayName("Exercise 4: the backward pass of layer norm")
class LayerNormBackwardTest {

  private static final Golden GOLDEN = Golden.beside(LayerNormBackwardTest.class);

  private static final float[] ROW = {1, 2, 6};

  /// mean 3, variance (4 + 1 + 9) / 3
  private static final double DEVIATION = Math.sqrt(14 / 3.0 + 1e-5);

  private static final double[] Z = {-2 / DEVIATION, -1 / DEVIATION, 3 / DEVIATION};

  private static float[] gradientOfX(float[] gain, float[] dy) {
    float[] dx = new float[3];
    LayerNormBackward.passBack(ROW, gain, dy, dx, new float[3], new float[3]);
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
    assertThat(dbias).as("gradient of the bias, where 20 was").containsExactly(26, 21, 21);
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
