package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// Aidan Gomez, [Backpropogating an LSTM: A Numerical
/// Example](https://blog.aidangomez.ca/2016/04/17/Backpropogating-an-LSTM-A-Numerical-Example/),
/// 2016: one unit, two inputs, two steps, with every number on the page to five digits.
@DisplayName("An LSTM computed by hand and published")
class NumericalExampleTest {

  @Test
  @DisplayName("has these memories and outputs")
  void published() {
    // His gates are a = g, i, f, o; PyTorch's order is i, f, g, o.
    Weights weights =
        new Weights(
            Tensor.constant(new float[] {.95f, .8f, .7f, .45f, .45f, .25f, .6f, .4f}, 4, 2),
            Tensor.constant(new float[] {.8f, .1f, .15f, .25f}, 4, 1),
            Tensor.constant(new float[] {.65f, .15f, .2f, .1f}, 4),
            Tensor.constant(new float[4], 4));
    Tensor x = Tensor.constant(new float[] {1, 2, .5f, 3}, 2, 1, 2);
    Tape tape = new Tape(FloatKernels.best());
    LstmCell cell = new LstmCell(weights);

    Tensor first = tape.slice(x, 0, 0, 1);
    State afterFirst = cell.read(tape, first, cell.start(1)).last();
    State afterSecond = cell.read(tape, x, cell.start(1)).last();

    // He goes on with rounded numbers, so the last digit is his.
    assertThat(afterFirst.memory().value()).isCloseTo(.78572f, within(2e-5f));
    assertThat(afterFirst.output().value()).isCloseTo(.53631f, within(2e-5f));
    assertThat(afterSecond.memory().value()).isCloseTo(1.5176f, within(5e-5f));
    assertThat(afterSecond.output().value()).isCloseTo(.77197f, within(2e-5f));
  }
}
