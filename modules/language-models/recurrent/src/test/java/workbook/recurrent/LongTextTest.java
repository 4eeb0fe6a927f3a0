package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

@Exercise(
    id = "recurrent/4",
    title = "A long text in pieces",
    hints = {
      "The tape keeps every number until it is reset. When can it be? What of the piece is "
          + "still needed after that?",
      "Only the last state is. After a reset its arrays belong to others: it has to be copied "
          + "before, as State.carried does.",
      "For each piece of at most `columns` inputs, the targets one place further on: reset, read "
          + "from the carried state, add loss · length to a double, carry. The last piece may be "
          + "shorter, so the mean of the means is not the mean: divide the sum by text.length - 1."
    },
    chinese =
        @Exercise.Chinese(
            title = "分段读长文本",
            hints = {
              "计算图（tape）在重置之前保留每一个数。什么时候可以重置？重置之后，这一段还有什么是必需的？",
              "只有最后的状态。重置之后它的数组归别人用，所以要先复制，就像 State.carried 那样。",
              "每一段最多 columns 个输入，目标符号后移一位：先重置，从带过来的状态读入，把损失 · 段长加到一个 double 上，"
                  + "再把状态带走。最后一段可能较短，各段平均的平均不等于总平均：最后用总和除以 text.length - 1。"
            }))
@DisplayName("Exercise 4: a long text in pieces")
class LongTextTest {

  private static final int SYMBOLS = 5;

  private static int[] text(int length) {
    return new SplittableRandom(12).ints(length, 0, SYMBOLS).toArray();
  }

  private static Network network(CellType type) {
    return Network.random(type, SYMBOLS, 4, 6, new SplittableRandom(13));
  }

  @Test
  @DisplayName("gives what reading in one gives, for pieces of any length")
  void anyLength() {
    int[] text = text(24);
    for (CellType type : CellType.values()) {
      // In one go: the cells are checked against PyTorch elsewhere.
      Network network = network(type);
      Tape tape = new Tape(new ScalarKernels());
      State start = network.cell().start(1);
      Tensor outputs = network.read(tape, Arrays.copyOf(text, 23), start).outputs();
      Tensor scores = network.scores(tape, outputs);
      double expected = tape.crossEntropy(scores, Arrays.copyOfRange(text, 1, 24)).value();
      for (int columns : new int[] {5, 1, 4, 22, 23, 24, 1000}) {
        int[] given = text.clone();
        double actual = LongText.nats(network, new Tape(new ScalarKernels()), given, columns);
        assertThat(given)
            .withFailMessage("the text must stay as it is, and was changed")
            .isEqualTo(text);
        assertThat(actual)
            .withFailMessage(
                String.format(
                    Locale.ROOT,
                    "%s, 24 symbols, read in pieces of %d: expected %.6f nats but was %.6f",
                    type,
                    columns,
                    expected,
                    actual))
            .isCloseTo(expected, within(1e-6));
      }
    }
  }

  /// Where all scores are 0, each of the five symbols has the probability 1/5.
  @Test
  @DisplayName("a network that knows nothing has log 5 nats a symbol, in two symbols and in 3,000")
  void nothingKnown() {
    Network network = network(CellType.RNN);
    Init.constant(network.outputWeights(), 0);
    Init.constant(network.outputBias(), 0);
    for (int length : new int[] {2, 3000}) {
      double actual = LongText.nats(network, new Tape(new ScalarKernels()), text(length), 1);
      assertThat(actual)
          .withFailMessage(
              String.format(
                  Locale.ROOT,
                  "%d symbols, of which the network knows nothing: expected %.6f nats but was %.6f",
                  length,
                  Math.log(SYMBOLS),
                  actual))
          .isCloseTo(Math.log(SYMBOLS), within(1e-6));
    }
  }

  @Test
  @DisplayName("keeps one piece in memory, however long the text is")
  void memory() {
    Network network = network(CellType.LSTM);
    Tape few = new Tape(new ScalarKernels());
    LongText.nats(network, few, text(11), 10);
    assertThat(few.allocatedFloats())
        .withFailMessage("the tape that was given holds no floats: it was not used")
        .isPositive();
    Tape many = new Tape(new ScalarKernels());
    LongText.nats(network, many, text(201), 10);
    assertThat(many.allocatedFloats())
        .withFailMessage(
            "the tape holds %d floats after 20 pieces, and %d after one: it should be the same",
            many.allocatedFloats(), few.allocatedFloats())
        .isEqualTo(few.allocatedFloats());
  }
}
