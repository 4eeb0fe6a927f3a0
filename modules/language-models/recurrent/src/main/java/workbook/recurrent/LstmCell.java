package workbook.recurrent;

import java.util.random.RandomGenerator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Long short-term memory (Hochreiter and Schmidhuber, 1997; with the forget gate of Gers,
/// Schmidhuber and Cummins, 2000).
///
/// The memory is not written anew but added to: c' = f · c + i · g. On the way back a step
/// multiplies by the forget gate, element by element; where that is near 1, the gradient stays.
///
/// The gates lie in PyTorch's order: i what is let in, f what is kept, g what is new, o what is let
/// out.
public record LstmCell(Weights weights) implements Cell {

  public static LstmCell random(int inputs, int width, RandomGenerator random) {
    return new LstmCell(Weights.random(4, inputs, width, random));
  }

  @Override
  public State start(int rows) {
    return State.zero(2, rows, weights.width());
  }

  @Override
  public Reading read(Tape t, Tensor inputs, State start) {
    return new Unrolled(t, weights, inputs, start, LstmSequence::new).read("lstm");
  }

  @Override
  public State step(Tape t, Tensor x, State before) {
    Tensor sums = t.add(x, weights.ofState(t, before.output()));
    Tensor i = t.sigmoid(gate(t, sums, 0));
    Tensor f = t.sigmoid(gate(t, sums, 1));
    Tensor g = t.tanh(gate(t, sums, 2));
    Tensor o = t.sigmoid(gate(t, sums, 3));
    Tensor memory = t.add(t.mul(f, before.memory()), t.mul(i, g));
    return new State(t.mul(o, t.tanh(memory)), memory);
  }

  private Tensor gate(Tape t, Tensor sums, int number) {
    int width = weights.width();
    return t.slice(sums, 1, number * width, (number + 1) * width);
  }
}
