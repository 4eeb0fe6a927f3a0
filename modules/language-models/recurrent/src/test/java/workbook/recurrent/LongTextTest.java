package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.kernels.FloatKernels;

@Exercise(
    id = "recurrent/4",
    title = "A long text in pieces",
    hints = {
      "The tape keeps every number until it is reset. When can it be? What of the piece is "
          + "still needed after that?",
      "Only the last state is. After a reset its arrays belong to others: it has to be copied "
          + "before, as State.carried does.",
      "For each piece: reset, read from the carried state, add loss · length to a sum, carry. "
          + "The last piece may be shorter, so the mean of the means is not the mean."
    })
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
      // In one go: the cells are held against PyTorch elsewhere.
      Network network = network(type);
      Tape tape = new Tape(FloatKernels.best());
      State start = network.cell().start(1);
      Tensor outputs = network.read(tape, Arrays.copyOf(text, 23), start).outputs();
      Tensor scores = network.scores(tape, outputs);
      double expected = tape.crossEntropy(scores, Arrays.copyOfRange(text, 1, 24)).value();
      for (int columns : new int[] {5, 1, 4, 22, 23, 24, 1000}) {
        double actual =
            LongText.nats(network, new Tape(FloatKernels.best()), text.clone(), columns);
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

  @Test
  @DisplayName("keeps one piece in memory, however long the text is")
  void memory() {
    Network network = network(CellType.LSTM);
    Tape few = new Tape(FloatKernels.best());
    LongText.nats(network, few, text(31), 10);
    Tape many = new Tape(FloatKernels.best());
    LongText.nats(network, many, text(201), 10);
    assertThat(many.allocatedFloats())
        .withFailMessage(
            "the tape holds %d floats after 20 pieces, and %d after 3: it should be the same",
            many.allocatedFloats(), few.allocatedFloats())
        .isEqualTo(few.allocatedFloats());
  }
}
