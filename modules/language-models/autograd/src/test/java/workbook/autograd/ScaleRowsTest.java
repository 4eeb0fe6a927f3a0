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
      "Write the forward pass first: one output, two loops. Then ask of every number "
          + "that went in: in which outputs does it appear, and with which factor?",
      "x[i][j] appears once, with factor factors[i]. factors[i] appears in all outputs "
          + "of row i, so its gradient is a sum over the row.",
      "Tensor y = t.output(\"scaleRows\", x.shape(), x, factors), and with n = "
          + "x.size(1), for all i and j: y.data()[i * n + j] = x.data()[i * n + j] * "
          + "factors.data()[i]. In y.onBackward(() -> ...), for all i and j and dy = "
          + "y.gradient()[i * n + j]: x.gradient()[i * n + j] += dy * factors.data()[i] and "
          + "factors.gradient()[i] += dy * x.data()[i * n + j], each only if that tensor "
          + "hasGradient(). Return y."
    },
    chinese =
        @Exercise.Chinese(
            title = "给每一行乘上各自的系数",
            hints = {
              "先写前向：一个输出，两层循环。再逐个看输入的数：它出现在哪些输出里，乘的系数是什么？",
              "x[i][j] 只出现一次，系数是 factors[i]。factors[i] 出现在第" + " i 行的所有输出里，所以它的梯度要对这一行求和。",
              "Tensor y = t.output(\"scaleRows\", x.shape(), "
                  + "x, factors)；令 n = x.size(1)，对所有 i、j：y.data()"
                  + "[i * n + j] = x.data()[i * n + j] * factors."
                  + "data()[i]。在 y.onBackward(() -> ...) 里，对所有 i、"
                  + "j，令 dy = y.gradient()[i * n + j]：x.gradient("
                  + ")[i * n + j] += dy * factors.data()[i]，facto"
                  + "rs.gradient()[i] += dy * x.data()[i * n + j]"
                  + "，两者都要先判断该张量 hasGradient()。返回 y。"
            }))
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
    assertThat(y.data()).as("y").isEqualTo(new float[] {10, 20, 30, -4, -5, -6});
  }

  @Test
  @DisplayName("passes a gradient of 1 back to both")
  void backward() {
    t.backward(t.sum(ScaleRows.scaleRows(t, x, factors)));
    Near.assertNear("gradient of factors[0], used for 1, 2, 3", 6, factors.gradient()[0], 0);
    Near.assertNear("gradient of factors[1], used for 4, 5, 6", 15, factors.gradient()[1], 0);
    assertThat(x.gradient()).as("gradient of x").isEqualTo(new float[] {10, 10, 10, -1, -1, -1});
  }

  @Test
  @DisplayName("multiplies the gradient that comes in")
  void upstream() {
    Tensor weights = Tensor.constant(new float[] {1, 0, 2, 3, 0, -1}, 2, 3);
    t.backward(t.sum(t.mul(ScaleRows.scaleRows(t, x, factors), weights)));
    // 1·1 + 2·3 and 3·4 - 1·6
    assertThat(factors.gradient()).as("gradient of factors").isEqualTo(new float[] {7, 6});
    assertThat(x.gradient()).as("gradient of x").isEqualTo(new float[] {10, 0, 20, -3, 0, 1});
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
  @DisplayName("finds the gradient of a factor and of an element that are 0")
  void zeros() {
    Tensor zeros = filled(new float[] {0, 1, 2, 3, 4, 5}, 2, 3);
    Tensor zero = filled(new float[] {0, 2}, 2);
    t.backward(t.sum(ScaleRows.scaleRows(t, zeros, zero)));
    assertThat(zero.gradient())
        .as("gradient of the factors 0 and 2, for rows 0 1 2 and 3 4 5")
        .isEqualTo(new float[] {3, 12});
    assertThat(zeros.gradient())
        .as("gradient of the rows 0 1 2 and 3 4 5, with factors 0 and 2")
        .isEqualTo(new float[] {0, 0, 0, 2, 2, 2});
  }

  @Test
  @DisplayName("takes rows of any number and length")
  void shapes() {
    Tensor three = filled(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    Tensor y = ScaleRows.scaleRows(t, three, filled(new float[] {1, 10, 100}, 3));
    assertThat(y.data())
        .as("rows 1 2, 3 4 and 5 6 times 1, 10 and 100")
        .isEqualTo(new float[] {1, 2, 30, 40, 500, 600});
    t.backward(t.sum(y));
    assertThat(three.gradient())
        .as("gradient of three rows of two, with factors 1, 10 and 100")
        .isEqualTo(new float[] {1, 1, 10, 10, 100, 100});
  }

  @Test
  @DisplayName("leaves both inputs as they were")
  void untouched() {
    t.backward(t.sum(ScaleRows.scaleRows(t, x, factors)));
    assertThat(x.data()).as("x, 1 to 6, afterwards").isEqualTo(new float[] {1, 2, 3, 4, 5, 6});
    assertThat(factors.data())
        .as("the factors 10 and -1 afterwards")
        .isEqualTo(new float[] {10, -1});
  }

  @Test
  @DisplayName("leaves a constant alone")
  void constants() {
    Tensor fixed = Tensor.constant(x.data(), 2, 3);
    t.backward(t.sum(ScaleRows.scaleRows(t, fixed, factors)));
    assertThat(factors.gradient()).as("gradient of factors").isEqualTo(new float[] {6, 15});
    t.reset();
    Tensor ones = Tensor.constant(new float[] {1, 1}, 2);
    t.backward(t.sum(ScaleRows.scaleRows(t, x, ones)));
    assertThat(x.gradient()).as("gradient of x").isEqualTo(new float[] {1, 1, 1, 1, 1, 1});
  }
}
