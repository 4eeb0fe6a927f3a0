package workbook.alignment;

import java.util.List;
import java.util.function.Function;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// Adam, on the parameters of one model.
final class Learner {

  private final List<Tensor> parameters;
  private final AdamW adam;
  private final Tape tape = new Tape(FloatKernels.best());

  Learner(List<Tensor> parameters) {
    this.parameters = parameters;
    adam = new AdamW(parameters, 0);
  }

  /// One step against the gradient.
  ///
  /// @param loss computes it on the tape it is given
  /// @return the loss before the step
  float step(Function<Tape, Tensor> loss, double rate) {
    tape.reset();
    Gradients.clear(parameters);
    Tensor before = loss.apply(tape);
    tape.backward(before);
    adam.step(rate);
    return before.value();
  }
}
