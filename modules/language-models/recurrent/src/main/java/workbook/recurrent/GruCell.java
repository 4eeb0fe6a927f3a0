package workbook.recurrent;

import java.util.random.RandomGenerator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The gated recurrent unit (Cho and others, 2014): three gates and no memory beside the output.
///
/// h' = (1 - z) · n + z · h: where z is near 1, the state stays as it is. The gates lie in
/// PyTorch's order: r how much of the state the new value sees, z how much stays, n the new value.
///
/// As in PyTorch and cuDNN, r is applied **after** the product, n = tanh(W x + b + r · (U h + b')).
/// The paper has U (r · h): another network, whose weights cannot be exchanged with this one.
public record GruCell(Weights weights) implements Cell {

  public static GruCell random(int inputs, int width, RandomGenerator random) {
    return new GruCell(Weights.random(3, inputs, width, random));
  }

  @Override
  public State start(int rows) {
    return State.zero(1, rows, weights.width());
  }

  @Override
  public Reading read(Tape t, Tensor inputs, State start) {
    return new Unrolled(t, weights, inputs, start, GruSequence::new).read("gru");
  }

  @Override
  public State step(Tape t, Tensor x, State before) {
    Tensor h = before.output();
    Tensor u = weights.ofState(t, h);
    Tensor r = t.sigmoid(t.add(gate(t, x, 0), gate(t, u, 0)));
    Tensor z = t.sigmoid(t.add(gate(t, x, 1), gate(t, u, 1)));
    Tensor n = t.tanh(t.add(gate(t, x, 2), t.mul(r, gate(t, u, 2))));
    // (1 - z) · n + z · h, with one product less.
    return new State(t.add(n, t.mul(z, t.sub(h, n))));
  }

  private Tensor gate(Tape t, Tensor sums, int number) {
    int width = weights.width();
    return t.slice(sums, 1, number * width, (number + 1) * width);
  }
}
