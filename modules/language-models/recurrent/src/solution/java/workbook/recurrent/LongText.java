package workbook.recurrent;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Three things go wrong easily, and none of them loudly in every framework: the tape grows with
/// the text, the memory is lost at the joints, and a short last piece counts as much as a long one.
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
      sum += (double) loss.value() * (to - from);
      state = reading.last().carried();
    }
    return sum / last;
  }
}
