package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.FloatKernels;

@Exercise(
    id = "recurrent/5",
    title = "An LSTM with peepholes",
    hints = {
      "A gate of a plain LSTM sees the input and the last output, and not the memory that it "
          + "opens and shuts. A peephole is a weight from one element of the memory to the gate of "
          + "the same element.",
      "i and f decide before the memory is written: they see the old one. When does o decide?",
      "i = sigmoid(s_i + p_i · c), f = sigmoid(s_f + p_f · c), c2 = f · c + i · tanh(s_g), o "
          + "= sigmoid(s_o + p_o · c2); the weights are a row of the table, repeated for every row "
          + "of the memory."
    })
@DisplayName("Exercise 5: an LSTM with peepholes")
class PeepholeTest {

  private final Tape tape = new Tape(FloatKernels.best());

  /// One unit, c = 0.5, and nothing from outside but 1 for g; peepholes 1, -1, 2:
  ///
  /// i = sigmoid(1 · 0.5) = 0.62246, f = sigmoid(-1 · 0.5) = 0.37754, g = tanh(1) = 0.76159; c' =
  /// 0.37754 · 0.5 + 0.62246 · 0.76159 = 0.66283; o = sigmoid(2 · 0.66283) = 0.79012, h = 0.79012 ·
  /// tanh(0.66283) = 0.45846.
  @Test
  @DisplayName("one unit, by hand")
  void byHand() {
    State next =
        Peephole.step(
            tape,
            Tensor.constant(new float[] {0, 0, 1, 0}, 1, 4),
            Tensor.constant(new float[] {1, -1, 2}, 3, 1),
            Tensor.constant(new float[] {.5f}, 1, 1));
    float h = next.output().value();
    float c = next.memory().value();
    assertThat(Math.abs(h - .458464) < 1e-5 && Math.abs(c - .662832) < 1e-5)
        .withFailMessage(
            String.format(
                Locale.ROOT,
                "by hand: expected h = 0.4585, c = 0.6628 but was h = %.4f, c = %.4f",
                h,
                c))
        .isTrue();
  }

  @Test
  @DisplayName("values and gradients of the formulas that ONNX documents, by PyTorch's autograd")
  void formulas() {
    Tensor peepholes = Golden.parameter("peephole/peepholes");
    State next =
        Peephole.step(tape, Golden.tensor("peephole/sums"), peepholes, Golden.tensor("peephole/c"));
    close("peephole/next/h", next.output());
    close("peephole/next/c", next.memory());
    tape.backward(
        tape.add(
            tape.sum(tape.mul(next.output(), Golden.tensor("peephole/dnext/h"))),
            tape.sum(tape.mul(next.memory(), Golden.tensor("peephole/dnext/c")))));
    Golden.assertClose(
        "peephole/dpeepholes",
        Golden.tensor("peephole/dpeepholes").data(),
        peepholes.gradient(),
        16 * 0x1p-24);
  }

  private static void close(String name, Tensor actual) {
    Golden.assertClose(name, Golden.tensor(name).data(), actual.data(), 16 * 0x1p-24);
  }

  @Test
  @DisplayName("with peepholes of 0 it is the plain LSTM, to the bit")
  void plain() {
    SplittableRandom random = new SplittableRandom(14);
    LstmCell cell = LstmCell.random(3, 5, random);
    Tensor x = Init.normal(Tensor.parameter(1, 2, 3), 1, random);
    State start =
        new State(
            Init.normal(Tensor.parameter(2, 5), 1, random),
            Init.normal(Tensor.parameter(2, 5), 1, random));
    State plain = cell.read(tape, x, start).last();
    Tensor u =
        tape.add(
            tape.matmulTransposed(start.output(), cell.weights().recurrent()),
            cell.weights().recurrentBias());
    Tensor sums = tape.add(tape.reshape(cell.weights().ofInput(tape, x), 2, 20), u);
    State next = Peephole.step(tape, sums, Tensor.constant(new float[15], 3, 5), start.memory());
    assertThat(next.output().data()).isEqualTo(plain.output().data());
    assertThat(next.memory().data()).isEqualTo(plain.memory().data());
  }
}
