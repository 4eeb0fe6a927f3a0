package workbook.recurrent;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;

/// The learner sees: `RNN, 24 symbols, read in pieces of 5: expected 1.830266 nats but was
/// 1.833253`
///
/// The last piece is shorter than the others, and counts as much.
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
final class LongText {

  private LongText() {}

  static double nats(Network network, Tape tape, int[] text, int columns) {
    int last = text.length - 1;
    double sum = 0;
    State state = network.cell().start(1);
    for (int from = 0; from < last; from += columns) {
      int to = Math.min(last, from + columns);
      int[] inputs = Arrays.copyOfRange(text, from, to);
      int[] targets = Arrays.copyOfRange(text, from + 1, to + 1);
      tape.reset();
      Cell.Reading reading = network.read(tape, inputs, state);
      Tensor loss = tape.crossEntropy(network.scores(tape, reading.outputs()), targets);
      sum += loss.value();
      state = reading.last().carried();
    }
    return sum / Math.ceilDiv(last, columns);
  }
}
