package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.ScalarKernels;
import workbook.topictest.Near;

@Exercise(
    id = "recurrent/5",
    title = "An LSTM with peepholes",
    hints = {
      "A gate of a plain LSTM sees the input and the last output, and not the memory that it "
          + "opens and shuts. A peephole is a weight from one element of the memory to the gate of "
          + "the same element.",
      "i and f decide before the memory is written: they see the old one. When does o decide?",
      "With s_k as t.slice(sums, 1, k · width, (k + 1) · width) and p_k as t.reshape(t.slice("
          + "peepholes, 0, k, k + 1), width), which t.mul repeats for every row: i = sigmoid(s_0 + "
          + "p_0 · c), f = sigmoid(s_1 + p_1 · c), c2 = f · c + i · tanh(s_2), o = sigmoid(s_3 + p_2 · "
          + "c2), and the state is (o · tanh(c2), c2)."
    },
    chinese =
        @Exercise.Chinese(
            title = "带窥视孔的 LSTM",
            hints = {
              "普通 LSTM 的门看得到输入和上一步的输出，却看不到它所控制的记忆单元。窥视孔（peephole）是从记忆单元的一个" + "分量到同一分量的门的权重。",
              "i 和 f 在写入记忆之前就要决定，看到的是旧的记忆单元。o 在什么时候决定？",
              "s_k 取 t.slice(sums, 1, k · width, (k + 1) · width)，p_k 取 t.reshape(t.slice(peepholes, 0, "
                  + "k, k + 1), width)，t.mul 会把它用于每一行：i = sigmoid(s_0 + p_0 · c)，f = sigmoid(s_1 "
                  + "+ p_1 · c)，c2 = f · c + i · tanh(s_2)，o = sigmoid(s_3 + p_2 · c2)，状态是 "
                  + "(o · tanh(c2), c2)。"
            }))
@DisplayName("Exercise 5: an LSTM with peepholes")
class PeepholeTest {

  private final Tape tape = new Tape(new ScalarKernels());

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

  /// The same unit on the way back from h, with the numbers above and t = tanh(c') = 0.58025:
  ///
  /// s_o: t · o (1 - o) = 0.09622. c': o (1 - t²) + 0.09622 · 2 = 0.71654. s_i: 0.71654 · g · i (1
  /// - i) = 0.12825, s_f: 0.71654 · 0.5 · f (1 - f) = 0.08420, s_g: 0.71654 · i (1 - g²) = 0.18732.
  ///   c: 0.71654 · f + 0.12825 · 1 + 0.08420 · (-1) = 0.31457. The peepholes see c, c and c':
  ///   0.06412, 0.04210, 0.06378.
  @Test
  @DisplayName("one unit and the way back, by hand")
  void backByHand() {
    Tensor sums = parameter(new float[] {0, 0, 1, 0}, 1, 4);
    Tensor peepholes = parameter(new float[] {1, -1, 2}, 3, 1);
    Tensor memory = parameter(new float[] {.5f}, 1, 1);
    tape.backward(tape.sum(Peephole.step(tape, sums, peepholes, memory).output()));
    assertGradient("the memory", memory, .314574);
    assertGradient("the sums", sums, .128245, .084195, .187317, .096221);
    assertGradient("the peepholes", peepholes, .064123, .042098, .063779);
  }

  private static Tensor parameter(float[] numbers, int... shape) {
    Tensor parameter = Tensor.parameter(shape);
    System.arraycopy(numbers, 0, parameter.data(), 0, numbers.length);
    return parameter;
  }

  private static void assertGradient(String what, Tensor actual, double... expected) {
    boolean close = true;
    for (int i = 0; i < expected.length; i++) {
      close &= Math.abs(actual.gradient()[i] - expected[i]) < 1e-5;
    }
    assertThat(close)
        .withFailMessage(
            "the gradient of %s, by hand: expected %s but was %s",
            what, Arrays.toString(expected), Arrays.toString(actual.gradient()))
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
    Near.assertClose(
        "peephole/dpeepholes",
        Golden.tensor("peephole/dpeepholes").data(),
        peepholes.gradient(),
        16 * 0x1p-24);
  }

  private static void close(String name, Tensor actual) {
    Near.assertClose(name, Golden.tensor(name).data(), actual.data(), 16 * 0x1p-24);
  }

  @Test
  @DisplayName("with peepholes of 0 it is the plain LSTM")
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
    Near.assertClose(
        "the output with peepholes of 0, beside that of LstmCell",
        plain.output().data(),
        next.output().data(),
        16 * 0x1p-24);
    Near.assertClose(
        "the memory with peepholes of 0, beside that of LstmCell",
        plain.memory().data(),
        next.memory().data(),
        16 * 0x1p-24);
  }
}
