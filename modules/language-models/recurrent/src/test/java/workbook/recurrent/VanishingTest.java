package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Init;
import workbook.topictest.Committed;

@DisplayName("How far a gradient reaches")
class VanishingTest {

  private static final Map<String, double[]> SMALL = Vanishing.curves(Vanishing.INPUTS[0]);
  private static final Map<String, double[]> LARGE = Vanishing.curves(Vanishing.INPUTS[1]);

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
    assertThat(LARGE.get("RNN, spectral radius 1.0")[Vanishing.STEPS]).isLessThan(1e-6);
    assertThat(LARGE.get("RNN, spectral radius 1.1")[Vanishing.STEPS]).isLessThan(1e-4);
    assertThat(LARGE.get("LSTM, forget bias 2")[Vanishing.STEPS]).isBetween(.1, 10.0);
  }

  /// σ(2) = 0.8808, and 0.8808^100 = 3.1e-6: what arrives beyond that came through the output.
  @Test
  @DisplayName("with its feedback cut an open LSTM vanishes as its gate does alone")
  void feedback() {
    double gate = Math.pow(1 / (1 + Math.exp(-2)), Vanishing.STEPS);
    assertThat(SMALL.get("gate alone, f^k, f = σ(2)")[Vanishing.STEPS])
        .isCloseTo(gate, Percentage.withPercentage(1e-9));
    assertThat(SMALL.get("LSTM, bias 2, no feedback")[Vanishing.STEPS])
        .isCloseTo(gate, Percentage.withPercentage(2));
    assertThat(SMALL.get("LSTM, forget bias 2")[Vanishing.STEPS]).isGreaterThan(1e6 * gate);
  }

  @ParameterizedTest
  @CsvSource({"false, gradients.svg", "true, gradients.zh-CN.svg"})
  @DisplayName("the picture in the notes is what the code draws")
  void picture(boolean chinese, String name) throws IOException {
    String svg = GradientPicture.draw(List.of(SMALL, LARGE), chinese);
    assertThat(svg.split("<polyline", -1)).hasSize(2 * 8 + 1);
    // All curves begin at the distance 0 and the norm 1.
    assertThat(svg).contains("points='60.0,125.0 ", "points='60.0,429.0 ");
    Committed.assertSame(Path.of("pictures", name), svg);
  }

  /// QᵀQ = r² I, with columns that are as long as the radius and at right angles.
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1, 1.1})
  @DisplayName("the matrix of an RNN turns: its columns are at right angles, as long as the radius")
  void turning(double radius) {
    float[] matrix = Vanishing.rnn(radius).weights().recurrent().data();
    int width = Vanishing.WIDTH;
    for (int one = 0; one < width; one++) {
      for (int other = 0; other < width; other++) {
        double product = 0;
        for (int row = 0; row < width; row++) {
          product += (double) matrix[row * width + one] * matrix[row * width + other];
        }
        assertThat(product)
            .as("column %d · column %d", one, other)
            .isCloseTo(one == other ? radius * radius : 0, within(1e-6));
      }
    }
  }
}
