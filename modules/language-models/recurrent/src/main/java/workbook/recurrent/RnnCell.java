package workbook.recurrent;

import java.util.random.RandomGenerator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The plain recurrent network (Elman, 1990): h' = tanh(W x + U h + b).
///
/// All of the state is written anew at each step. On the way back every step multiplies by U and by
/// the slope of the tanh: after many, nothing is left, or far too much.
public record RnnCell(Weights weights) implements Cell {

  public static RnnCell random(int inputs, int width, RandomGenerator random) {
    return new RnnCell(Weights.random(1, inputs, width, random));
  }

  @Override
  public State start(int rows) {
    return State.zero(1, rows, weights.width());
  }

  @Override
  public Reading read(Tape t, Tensor inputs, State start) {
    return new Unrolled(t, weights, inputs, start, RnnSequence::new).read("rnn");
  }

  @Override
  public State step(Tape t, Tensor x, State before) {
    return new State(t.tanh(t.add(x, weights.ofState(t, before.output()))));
  }
}
