package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.ScalarKernels;

@Exercise(
    id = "recurrent/1",
    title = "How long does an LSTM remember?",
    hints = {
      "If nothing is written to it, the memory is multiplied by the forget gate at each step. "
          + "What is left after n steps?",
      "A gate g leaves g^n of it. Which g leaves the share that is wanted?",
      "The gate g is the root, so log(g) = Math.log(share) / steps; and the bias is what the sigmoid "
          + "makes it of: log(g / (1 - g)) = log(g) - log(1 - g), with 1 - g = -Math.expm1(log(g))."
    },
    chinese =
        @Exercise.Chinese(
            title = "LSTM 能记多久？",
            hints = {
              "如果什么都不写入，记忆单元每一步都乘以遗忘门。n 步之后还剩多少？",
              "遗忘门取值 g 时，n 步后剩下 g^n。要剩下给定的比例，g 应取多少？",
              "g 是开方的结果，所以 log(g) = Math.log(share) / steps；偏置是 sigmoid 的反函数在 g 处的值："
                  + "log(g / (1 - g)) = log(g) - log(1 - g)，其中 1 - g = -Math.expm1(log(g))。"
            }))
@DisplayName("Exercise 1: how long does an LSTM remember?")
class ForgetBiasTest {

  @Test
  @DisplayName("a gate of one half has the bias 0")
  void half() {
    // 1/2 · 1/2 = 1/4, and sigmoid(0) = 1/2.
    assertBias(2, 0.25, 0);
    assertBias(1, 0.5, 0);
  }

  @Test
  @DisplayName("a gate of nine tenths, of one tenth")
  void tenths() {
    // sigmoid(ln 9) = 9/10, and 0.9^2 = 0.81; sigmoid(-ln 9) = 1/10, and 0.1^3 = 0.001.
    assertBias(2, 0.81, Math.log(9));
    assertBias(3, 0.001, -Math.log(9));
  }

  /// 1 / (2^x - 1) with x = 1e-6: its logarithm is -log(x log 2) - x log 2 / 2, and what follows is
  /// less than 1e-13.
  @Test
  @DisplayName("half of it after a million steps")
  void million() {
    double x = 1e-6 * Math.log(2);
    assertBias(1_000_000, 0.5, -Math.log(x) - x / 2);
  }

  /// As above: with y = -log(share) / steps the bias is -log(e^y - 1), and that is -log(y) - y / 2.
  @Test
  @DisplayName("nearly all of it after many steps")
  void nearlyAll() {
    for (double share : new double[] {.999, .99999, Math.nextDown(1.0)}) {
      double y = -Math.log(share) / 1_000_000;
      assertBias(1_000_000, share, -Math.log(y) - y / 2);
    }
  }

  /// The next term, y² / 24, is less than 1e-7.
  @Test
  @DisplayName("half of it after a thousand steps and one")
  void thousand() {
    double y = Math.log(2) / 1001;
    assertBias(1001, .5, -Math.log(y) - y / 2);
  }

  @Test
  @DisplayName("next to nothing after one step")
  void nearlyNothing() {
    // Where g is so small, log(g / (1 - g)) is log(g).
    assertBias(1, 1e-310, Math.log(1e-310));
  }

  @Test
  @DisplayName("an LSTM with this bias, read for so long, has the share left")
  void measured() {
    for (int steps : new int[] {1, 20, 100}) {
      double bias = ForgetBias.of(steps, 0.3);
      // i, f, g, o: with all weights 0 nothing new is written, and f is the sigmoid of its bias.
      Weights weights =
          new Weights(
              Tensor.constant(new float[4], 4, 1),
              Tensor.constant(new float[4], 4, 1),
              Tensor.constant(new float[] {0, (float) bias, 0, 0}, 4),
              Tensor.constant(new float[4], 4));
      State full =
          new State(Tensor.constant(new float[] {0}, 1, 1), Tensor.constant(new float[] {1}, 1, 1));
      Tensor inputs = Tensor.constant(new float[steps], steps, 1, 1);
      State last = new LstmCell(weights).read(new Tape(new ScalarKernels()), inputs, full).last();
      assertThat(last.memory().value())
          .withFailMessage(
              String.format(
                  Locale.ROOT,
                  "of(%d, 0.3) was %.4f; an LSTM with this bias has %.4f left at step %d, not 0.3",
                  steps,
                  bias,
                  last.memory().value(),
                  steps))
          .isCloseTo(0.3f, within(1e-4f));
    }
  }

  private static void assertBias(int steps, double share, double expected) {
    double actual = ForgetBias.of(steps, share);
    assertThat(actual)
        .withFailMessage(
            String.format(
                Locale.ROOT,
                "of(%d, %s): expected %.6f but was %.6f",
                steps,
                share,
                expected,
                actual))
        .isCloseTo(expected, within(1e-6));
  }
}
