package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.FloatKernels;

@Exercise(
    id = "recurrent/3",
    title = "The step of a GRU, by hand",
    hints = {
      "There are three sums for each unit: the reset gate r, the update gate z and the new "
          + "value n, in this order. Of which are the first two the sigmoid?",
      "In PyTorch the reset gate multiplies what the state has contributed to the new value, "
          + "after the product with U and with its bias: r · (U h + b).",
      "n = tanh(x_n + r · (U_n h + b_n)), and next = (1 - z) · n + z · h: where z is 1, "
          + "nothing changes."
    })
@DisplayName("Exercise 3: the step of a GRU, by hand")
class GruStepTest {

  @Test
  @DisplayName("z = 1 keeps the state, z = 0 puts the new value in its place")
  void update() {
    double[][] u = new double[3][1];
    // r = 1/2; sigmoid(100) = 1.
    assertNext("where z is 1 nothing changes", new double[] {0, 100, 2}, u, new double[3], .5, .5);
    // tanh(2) = 0.9640.
    assertNext(
        "where z is 0 all is new", new double[] {0, -100, 2}, u, new double[3], .5, Math.tanh(2));
  }

  @Test
  @DisplayName("r = 0 shuts out what the state contributes, its bias too")
  void reset() {
    double[][] u = {{0}, {0}, {7}};
    assertNext(
        "where r is 0 the state contributes nothing",
        new double[] {-100, -100, 2},
        u,
        new double[] {0, 0, 5},
        .5,
        Math.tanh(2));
  }

  private static void assertNext(
      String what, double[] x, double[][] u, double[] b, double h, double expected) {
    double[] actual = GruStep.next(x, u, b, new double[] {h});
    assertClose(what, new double[] {expected}, actual);
  }

  @Test
  @DisplayName("six steps of three texts, as PyTorch computed them")
  void pytorch() {
    Weights weights = Golden.weights("gru/", "");
    Tensor inputs = Golden.tensor("gru/x");
    Tensor x = weights.ofInput(new Tape(FloatKernels.best()), inputs);
    double[] b = row(weights.recurrentBias(), 0, 12);
    double[][] u = new double[12][];
    Arrays.setAll(u, i -> row(weights.recurrent(), i, 4));
    for (int text = 0; text < 3; text++) {
      double[] h = row(Golden.tensor("gru/start/h"), text, 4);
      for (int step = 0; step < 6; step++) {
        double[] before = h.clone();
        double[] next = GruStep.next(row(x, step * 3 + text, 12), u, b, h);
        assertThat(h).as("the output before").isEqualTo(before);
        assertClose(
            "step %d of text %d".formatted(step + 1, text + 1),
            row(Golden.tensor("gru/y"), step * 3 + text, 4),
            next);
        h = next;
      }
    }
  }

  private static double[] row(Tensor tensor, int row, int columns) {
    double[] numbers = new double[columns];
    Arrays.setAll(numbers, i -> tensor.data()[row * columns + i]);
    return numbers;
  }

  private static void assertClose(String what, double[] expected, double[] actual) {
    boolean close = actual.length == expected.length;
    for (int i = 0; close && i < expected.length; i++) {
      close = Math.abs(actual[i] - expected[i]) < 1e-5;
    }
    assertThat(close)
        .withFailMessage("%s: expected %s but was %s", what, text(expected), text(actual))
        .isTrue();
  }

  private static String text(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(x -> String.format(Locale.ROOT, "%.4f", x))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
