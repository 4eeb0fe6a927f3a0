package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.kernels.ScalarKernels;
import workbook.topictest.Near;

@Exercise(
    id = "autograd/1",
    title = "Scale each row by a number of its own",
    hints = {
      "Write the forward pass first: one output, two loops. Then ask of every number"
          + " that went in: in which outputs does it appear, and with which factor?",
      "x[i][j] appears once, with factor factors[i]. factors[i] appears in all outputs"
          + " of row i, so its gradient is a sum over the row.",
      "In y.onBackward(() -> ...), for all i and j: x.gradient()[i * n + j] += dy *"
          + " f[i] and factors.gradient()[i] += dy * x, each only if that tensor"
          + " hasGradient(). Always +=, for others may add to the same gradient."
    })
@DisplayName("Exercise 1: scale each row by a number of its own")
class ScaleRowsTest {

  private final Tape t = new Tape(new ScalarKernels());
  private final Tensor x = filled(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
  private final Tensor factors = filled(new float[] {10, -1}, 2);

  private static Tensor filled(float[] values, int... shape) {
    Tensor tensor = Tensor.parameter(shape);
    System.arraycopy(values, 0, tensor.data(), 0, values.length);
    return tensor;
  }

  @Test
  @DisplayName("multiplies every element of a row by the factor of the row")
  void forward() {
    Tensor y = ScaleRows.scaleRows(t, x, factors);
    assertThat(y.shape()).as("shape of y").containsExactly(2, 3);
    assertThat(y.data()).as("y").containsExactly(10, 20, 30, -4, -5, -6);
  }

  @Test
  @DisplayName("passes a gradient of 1 back to both")
  void backward() {
    t.backward(t.sum(ScaleRows.scaleRows(t, x, factors)));
    Near.assertNear("gradient of factors[0], used for 1, 2, 3", 6, factors.gradient()[0], 0);
    Near.assertNear("gradient of factors[1], used for 4, 5, 6", 15, factors.gradient()[1], 0);
    assertThat(x.gradient()).as("gradient of x").containsExactly(10, 10, 10, -1, -1, -1);
  }

  @Test
  @DisplayName("multiplies the gradient that comes in")
  void upstream() {
    Tensor weights = Tensor.constant(new float[] {1, 0, 2, 3, 0, -1}, 2, 3);
    t.backward(t.sum(t.mul(ScaleRows.scaleRows(t, x, factors), weights)));
    // 1·1 + 2·3 and 3·4 - 1·6
    assertThat(factors.gradient()).as("gradient of factors").containsExactly(7, 6);
    assertThat(x.gradient()).as("gradient of x").containsExactly(10, 0, 20, -3, 0, 1);
  }

  @Test
  @DisplayName("adds to the gradient of what is used elsewhere, too")
  void usedTwice() {
    // On the way back the sum comes first, then the operation.
    Tensor y = ScaleRows.scaleRows(t, x, factors);
    t.backward(t.sum(t.add(y, x)));
    Near.assertNear("gradient of x[0][0], which is used a second time", 11, x.gradient()[0], 0);
    t.reset();
    t.backward(t.sum(ScaleRows.scaleRows(t, x, factors)));
    Near.assertNear("gradient of factors[0] after two passes", 12, factors.gradient()[0], 0);
  }

  @Test
  @DisplayName("leaves a constant alone")
  void constants() {
    Tensor fixed = Tensor.constant(x.data(), 2, 3);
    t.backward(t.sum(ScaleRows.scaleRows(t, fixed, factors)));
    assertThat(factors.gradient()).as("gradient of factors").containsExactly(6, 15);
    t.reset();
    Tensor ones = Tensor.constant(new float[] {1, 1}, 2);
    t.backward(t.sum(ScaleRows.scaleRows(t, x, ones)));
    assertThat(x.gradient()).as("gradient of x").containsOnly(1);
  }
}
