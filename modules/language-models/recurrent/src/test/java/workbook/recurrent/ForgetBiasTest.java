package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.FloatKernels;

@Exercise(
    id = "recurrent/1",
    title = "How long does an LSTM remember?",
    hints = {
      "If nothing is written to it, the memory is multiplied by the forget gate at each step. "
          + "What is left after n steps?",
      "A gate g leaves g^n of it. Which g leaves the share that is wanted?",
      "The gate is share^(1/n), and the bias is what the sigmoid makes it of: log(g / (1 - g))."
    })
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

  @Test
  @DisplayName("an LSTM with this bias, read for so long, has the share left")
  void measured() {
    for (int steps : new int[] {1, 20, 100}) {
      float bias = (float) ForgetBias.of(steps, 0.3);
      // i, f, g, o: with all weights 0 nothing new is written, and f is the sigmoid of its bias.
      Weights weights =
          new Weights(
              Tensor.constant(new float[4], 4, 1),
              Tensor.constant(new float[4], 4, 1),
              Tensor.constant(new float[] {0, bias, 0, 0}, 4),
              Tensor.constant(new float[4], 4));
      State full =
          new State(Tensor.constant(new float[] {0}, 1, 1), Tensor.constant(new float[] {1}, 1, 1));
      Tensor inputs = Tensor.constant(new float[steps], steps, 1, 1);
      State last = new LstmCell(weights).read(new Tape(FloatKernels.best()), inputs, full).last();
      assertThat(last.memory().value())
          .as("what is left after %d steps with the bias for 0.3", steps)
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
        .isCloseTo(expected, within(1e-12));
  }
}
