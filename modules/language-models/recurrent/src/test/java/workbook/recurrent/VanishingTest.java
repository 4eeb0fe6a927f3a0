package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Init;
import workbook.topictest.Printed;

@DisplayName("How far a gradient reaches")
class VanishingTest {

  /// At the state 0 the slope of the tanh is 1, so each step multiplies by the matrix and by
  /// nothing else. It turns, and makes longer by the radius r: the norm over k steps is r^k.
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1, 1.1})
  @DisplayName("without inputs a plain RNN multiplies by the spectral radius at each step")
  void powers(double radius) {
    double[] norms = Vanishing.norms(Vanishing.rnn(radius), 0);
    for (int distance = 0; distance < norms.length; distance++) {
      assertThat(norms[distance])
          .as("distance %d", distance)
          .isCloseTo(Math.pow(radius, distance), Percentage.withPercentage(0.01));
    }
  }

  /// For any matrix W it is W^k, here multiplied out by EJML in double.
  @Test
  @DisplayName("without inputs the Jacobian of a plain RNN is a power of its matrix")
  void anyMatrix() {
    RnnCell cell = RnnCell.random(1, Vanishing.WIDTH, new SplittableRandom(1));
    Init.constant(cell.weights().inputBias(), 0);
    Init.constant(cell.weights().recurrentBias(), 0);
    double[] norms = Vanishing.norms(cell, 0);
    DMatrixRMaj w = new DMatrixRMaj(Vanishing.WIDTH, Vanishing.WIDTH);
    Arrays.setAll(w.data, i -> cell.weights().recurrent().data()[i]);
    DMatrixRMaj power = CommonOps_DDRM.identity(Vanishing.WIDTH);
    for (int distance = 0; distance <= 40; distance++) {
      // By power iteration, and not by the decomposition that the norms come from.
      assertThat(norms[distance])
          .as("distance %d", distance)
          .isCloseTo(largestSingularValue(power), Percentage.withPercentage(0.1));
      DMatrixRMaj next = new DMatrixRMaj(Vanishing.WIDTH, Vanishing.WIDTH);
      CommonOps_DDRM.mult(power, w, next);
      power = next;
    }
  }

  private static double largestSingularValue(DMatrixRMaj a) {
    DMatrixRMaj x = new DMatrixRMaj(Vanishing.WIDTH, 1);
    CommonOps_DDRM.fill(x, 1);
    DMatrixRMaj ax = new DMatrixRMaj(Vanishing.WIDTH, 1);
    for (int i = 0; i < 2000; i++) {
      CommonOps_DDRM.mult(a, x, ax);
      CommonOps_DDRM.multTransA(a, ax, x);
      CommonOps_DDRM.scale(1 / NormOps_DDRM.normF(x), x);
    }
    CommonOps_DDRM.mult(a, x, ax);
    return NormOps_DDRM.normF(ax);
  }

  /// Where the output does not come back, the memory goes through the forget gate alone: by k steps
  /// it is multiplied by f^k, with f = 1 / (1 + e^-bias).
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  @DisplayName("an LSTM whose output does not come back multiplies by its forget gate")
  void forgetGate(int bias) {
    LstmCell cell = Vanishing.lstm(bias);
    Init.constant(cell.weights().recurrent(), 0);
    Arrays.fill(cell.weights().input().data(), 0);
    double[] norms = Vanishing.norms(cell, 1);
    double gate = 1 / (1 + Math.exp(-bias));
    for (int distance = 0; distance < norms.length; distance++) {
      assertThat(norms[distance])
          .as("distance %d", distance)
          .isCloseTo(Math.pow(gate, distance), Percentage.withPercentage(0.01));
    }
  }

  @Test
  @DisplayName("large inputs make it vanish in an RNN with any of these radii, not in an LSTM")
  void loud() {
    assertThat(Vanishing.norms(Vanishing.rnn(1), 3)[Vanishing.STEPS]).isLessThan(1e-6);
    assertThat(Vanishing.norms(Vanishing.rnn(1.1), 3)[Vanishing.STEPS]).isLessThan(1e-4);
    assertThat(Vanishing.norms(Vanishing.lstm(2), 3)[Vanishing.STEPS]).isBetween(.1, 10.0);
  }

  @Test
  @DisplayName("the example prints both sizes of inputs")
  void prints() {
    Printed printed = Printed.by(Vanishing::run);
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        .contains("inputs of size 0.01 ", "inputs of size 3 ")
        // 0.9^100 = 2.7e-5
        .containsPattern("RNN, spectral radius 0.9 +1.0 +0.90 .* 2.7e-05\n");
    assertThat(Printed.by(Vanishing::run, "9"))
        .isEqualTo(
            new Printed(2, "", "recurrent/vanishing: takes no arguments, and there was: 9\n"));
  }

  @Test
  @DisplayName("the picture in the notes is what the code draws")
  void picture() throws IOException {
    String svg = GradientPicture.draw();
    assertThat(svg.split("<polyline", -1)).hasSize(2 * 6 + 1);
    // All curves begin at the distance 0 and the norm 1.
    assertThat(svg).contains("points='64.0,136.0 ", "points='470.0,136.0 ");
    Path file = Path.of("pictures", "gradients.svg");
    if ("update".equals(System.getProperty("notes"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, svg);
    }
    assertThat(Files.readString(file))
        .as("%s is out of date: mvn test -Dnotes=update draws it again", file)
        .isEqualTo(svg);
  }

  @Test
  @DisplayName("the matrix of an RNN turns: its columns have the length of the radius")
  void turning() {
    float[] matrix = Vanishing.rnn(1.1).weights().recurrent().data();
    for (int column = 0; column < Vanishing.WIDTH; column++) {
      double squares = 0;
      for (int row = 0; row < Vanishing.WIDTH; row++) {
        squares += Math.pow(matrix[row * Vanishing.WIDTH + column], 2);
      }
      assertThat(Math.sqrt(squares)).isCloseTo(1.1, within(1e-6));
    }
  }
}
