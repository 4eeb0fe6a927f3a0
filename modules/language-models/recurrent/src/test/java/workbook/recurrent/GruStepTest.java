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
import workbook.kernels.ScalarKernels;

@Exercise(
    id = "recurrent/3",
    title = "The step of a GRU, by hand",
    hints = {
      "There are three sums for each unit: the reset gate r, the update gate z and the new "
          + "value n, in this order. Of which are the first two the sigmoid?",
      "In PyTorch the reset gate multiplies what the state has contributed to the new value, "
          + "after the product with U and with its bias: r · (U h + b).",
      "r = sigmoid(x_r + U_r h + b_r), z = sigmoid(x_z + U_z h + b_z), n = tanh(x_n + r · (U_n h "
          + "+ b_n)) and next = (1 - z) · n + z · h, with sigmoid(x) = 1 / (1 + e^-x), Math.tanh, and "
          + "a new array for next."
    },
    chinese =
        @Exercise.Chinese(
            title = "手写 GRU 的一步",
            hints = {
              "每个单元有三个和，依次属于重置门 r、更新门 z 和候选状态 n。前两个要经过 sigmoid，第三个呢？",
              "在 PyTorch 中，重置门乘的是状态对候选状态的那一份，在与 U 相乘并加上偏置之后：r · (U h + b)。",
              "r = sigmoid(x_r + U_r h + b_r)，z = sigmoid(x_z + U_z h + b_z)，n = tanh(x_n + r · (U_n h "
                  + "+ b_n))，next = (1 - z) · n + z · h；其中 sigmoid(x) = 1 / (1 + e^-x)，tanh 用 "
                  + "Math.tanh，next 用新数组。"
            }))
@DisplayName("Exercise 3: the step of a GRU, by hand")
class GruStepTest {

  /// Of one unit, with h = 0.1. The sums are chosen: log 3 for r, -log 3 for z, log 3 / 2 for n. So
  /// r = 3/4, z = 1/4, n = (3 - 1) / (3 + 1) = 1/2, and next = 3/4 · 1/2 + 1/4 · 1/10 = 0.4.
  ///
  /// What the state contributes is 3 · 0.1 + 0.25 = 0.55 to r, -7 · 0.1 + 0.2 = -0.5 to z, and 6 ·
  /// 0.1 + 0.4 = 1 to n, of which r leaves 0.75; what the input contributes is the rest.
  @Test
  @DisplayName("one unit, by hand")
  void byHand() {
    double log3 = Math.log(3);
    assertNext(
        "one unit, by hand",
        new double[] {log3 - .55, .5 - log3, log3 / 2 - .75},
        new double[][] {{3}, {-7}, {6}},
        new double[] {.25, .2, .4},
        .1,
        .4);
  }

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

  @Test
  @DisplayName("sums whose exponentials are infinite open and shut the gates all the same")
  void large() {
    double[][] u = new double[3][1];
    assertNext("a sum of 1000 for z", new double[] {0, 1000, 2}, u, new double[3], .5, .5);
    assertNext("a sum of -1000 for z", new double[] {0, -1000, 0}, u, new double[3], .5, 0);
    assertNext("a sum of 1000 for n", new double[] {0, -1000, 1000}, u, new double[3], .5, 1);
    assertNext("a sum of -1000 for n", new double[] {0, -1000, -1000}, u, new double[3], .5, -1);
  }

  private static void assertNext(
      String what, double[] x, double[][] u, double[] b, double h, double expected) {
    assertClose(what, new double[] {expected}, next(x, u, b, h), 1e-12);
  }

  /// PyTorch's numbers are floats, and so is what the input contributes here.
  @Test
  @DisplayName("six steps of three texts, as PyTorch computed them")
  void pytorch() {
    Weights weights = Golden.weights("gru/", "");
    Tensor inputs = Golden.tensor("gru/x");
    Tensor x = weights.ofInput(new Tape(new ScalarKernels()), inputs);
    double[] b = row(weights.recurrentBias(), 0, 12);
    double[][] u = new double[12][];
    Arrays.setAll(u, i -> row(weights.recurrent(), i, 4));
    for (int text = 0; text < 3; text++) {
      double[] h = row(Golden.tensor("gru/start/h"), text, 4);
      for (int step = 0; step < 6; step++) {
        double[] next = next(row(x, step * 3 + text, 12), u, b, h);
        assertClose(
            "step %d of text %d".formatted(step + 1, text + 1),
            row(Golden.tensor("gru/y"), step * 3 + text, 4),
            next,
            1e-5);
        h = next;
      }
    }
  }

  /// The output after a step that must leave everything as it was.
  private static double[] next(double[] x, double[][] u, double[] b, double... h) {
    String before = "x = %s, u = %s, b = %s, h = %s".formatted(text(x), text(u), text(b), text(h));
    double[] next = GruStep.next(x, u, b, h);
    String after = "x = %s, u = %s, b = %s, h = %s".formatted(text(x), text(u), text(b), text(h));
    assertThat(after)
        .withFailMessage("what is given must stay as it is: it was %s and is now %s", before, after)
        .isEqualTo(before);
    return next;
  }

  private static double[] row(Tensor tensor, int row, int columns) {
    double[] numbers = new double[columns];
    Arrays.setAll(numbers, i -> tensor.data()[row * columns + i]);
    return numbers;
  }

  private static void assertClose(
      String what, double[] expected, double[] actual, double tolerance) {
    boolean close = actual.length == expected.length;
    double off = 0;
    for (int i = 0; close && i < expected.length; i++) {
      off = Math.max(off, Math.abs(actual[i] - expected[i]));
      close = Math.abs(actual[i] - expected[i]) < tolerance;
    }
    assertThat(close)
        .withFailMessage(
            "%s: expected %s but was %s%s",
            what,
            text(expected),
            text(actual),
            off > 0 && off < 1e-4 ? String.format(Locale.ROOT, ", off by %.1g", off) : "")
        .isTrue();
  }

  private static String text(double[]... rows) {
    return Arrays.stream(rows).map(GruStepTest::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(x -> String.format(Locale.ROOT, "%.4f", x))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
