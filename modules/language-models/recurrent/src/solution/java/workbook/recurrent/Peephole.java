package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The output gate is the last to open, so it sees the memory as it is by then. The new value g has
/// no peephole: it is no gate.
final class Peephole {

  private Peephole() {}

  static State step(Tape t, Tensor sums, Tensor peepholes, Tensor memory) {
    Tensor i = t.sigmoid(t.add(gate(t, sums, 0), peek(t, peepholes, 0, memory)));
    Tensor f = t.sigmoid(t.add(gate(t, sums, 1), peek(t, peepholes, 1, memory)));
    Tensor g = t.tanh(gate(t, sums, 2));
    Tensor next = t.add(t.mul(f, memory), t.mul(i, g));
    Tensor o = t.sigmoid(t.add(gate(t, sums, 3), peek(t, peepholes, 2, next)));
    return new State(t.mul(o, t.tanh(next)), next);
  }

  private static Tensor gate(Tape t, Tensor sums, int number) {
    int width = sums.size(1) / 4;
    return t.slice(sums, 1, number * width, (number + 1) * width);
  }

  private static Tensor peek(Tape t, Tensor peepholes, int number, Tensor memory) {
    Tensor weights = t.reshape(t.slice(peepholes, 0, number, number + 1), memory.size(1));
    return t.mul(memory, weights);
  }
}
