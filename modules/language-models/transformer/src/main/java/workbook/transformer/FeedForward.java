package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// What each place does by itself with what attention brought: a network with one hidden layer, the
/// same for all places.
public interface FeedForward {

  Tensor apply(Tape t, Tensor x);

  /// Two matrices.
  record Plain(Activation activation, Linear up, Linear down) implements FeedForward {

    @Override
    public Tensor apply(Tape t, Tensor x) {
      return down.apply(t, activation.apply(t, up.apply(t, x)));
    }
  }

  /// Three matrices: one part says how much of the other is let through (Shazeer, 2020). With SiLU
  /// it is SwiGLU, with GELU GeGLU. The activation is on the gate.
  record Gated(Activation activation, Linear gate, Linear up, Linear down) implements FeedForward {

    @Override
    public Tensor apply(Tape t, Tensor x) {
      Tensor open = activation.apply(t, gate.apply(t, x));
      return down.apply(t, t.mul(open, up.apply(t, x)));
    }
  }
}
