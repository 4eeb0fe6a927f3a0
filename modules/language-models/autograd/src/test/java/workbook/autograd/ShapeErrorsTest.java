package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.kernels.FloatKernels;

@DisplayName("What does not fit is refused, with the operation and both shapes")
class ShapeErrorsTest {

  private final Tape t = new Tape(FloatKernels.best());

  private static Tensor of(int... shape) {
    return Tensor.parameter(shape);
  }

  private static void refused(String message, ThrowingCallable call) {
    assertThatThrownBy(call, message)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("element by element")
  void arithmetic() {
    String rule = ": the second must have the shape of the first, or that of its last axes";
    refused("add: [2, 3] and [2]" + rule, () -> t.add(of(2, 3), of(2)));
    refused("sub: [3] and [2, 3]" + rule, () -> t.sub(of(3), of(2, 3)));
    refused("mul: [2, 3] and [2, 1]" + rule, () -> t.mul(of(2, 3), of(2, 1)));
    refused("sum: axis 2 of [2, 3], which has the axes 0 to 1", () -> t.sum(of(2, 3), 2));
    refused("mean: axis -1 of [2, 3], which has the axes 0 to 1", () -> t.mean(of(2, 3), -1));
  }

  @Test
  @DisplayName("products")
  void products() {
    refused(
        "matmul: [2, 3] and [4, 5]: axis 1 of the first has size 3, and axis 0 of the second 4; they"
            + " must be equal",
        () -> t.matmul(of(2, 3), of(4, 5)));
    refused(
        "matmulTransposed: [2, 3] and [3, 4]: axis 1 of the first has size 3, and axis 1 of the"
            + " second 4; they must be equal",
        () -> t.matmulTransposed(of(2, 3), of(3, 4)));
    refused("matmul: [3] and [3, 4]: both need two axes or more", () -> t.matmul(of(3), of(3, 4)));
    refused(
        "matmul: [2, 3, 4] and [3, 4, 5]: before the last two axes both must be equal, or the second"
            + " have none",
        () -> t.matmul(of(2, 3, 4), of(3, 4, 5)));
  }

  @Test
  @DisplayName("rows")
  void rows() {
    refused(
        "layerNorm: [2, 3] and [2]: gain and bias must have one axis, of size 3",
        () -> t.layerNorm(of(2, 3), of(3), of(2)));
    refused(
        "crossEntropy: [2, 3] has 2 rows, and there are 1 targets",
        () -> t.crossEntropy(of(2, 3), 1));
    refused(
        "crossEntropy: target 1 is 3, and [2, 3] allows 0 to 2",
        () -> t.crossEntropy(of(2, 3), 1, 3));
    refused(
        "embedding: index 0 is -1, and [5, 3] allows 0 to 4",
        () -> t.embedding(of(5, 3), new int[] {-1}));
    refused(
        "embedding: a table of two axes and as many indices as the shape says are wanted, and the"
            + " table was [5, 3], the shape [2, 2], and there were 3 indices",
        () -> t.embedding(of(5, 3), new int[] {1, 2, 3}, 2, 2));
    refused(
        "dropout: the rate must be from 0 up to, not including, 1, and was 1.0",
        () -> t.dropout(of(2), 1, new SplittableRandom(1)));
    refused(
        "dropout: the rate must be from 0 up to, not including, 1, and was NaN",
        () -> t.dropout(of(2), Double.NaN, new SplittableRandom(1)));
  }

  @Test
  @DisplayName("what moves elements")
  void shapes() {
    refused("reshape: [2, 3] has 6 elements, and [4] 4", () -> t.reshape(of(2, 3), 4));
    refused(
        "transpose: axis 2 of [2, 3], which has the axes 0 to 1",
        () -> t.transpose(of(2, 3), 0, 2));
    refused("slice: 1 to 4 of axis 1 of [2, 3]", () -> t.slice(of(2, 3), 1, 1, 4));
    refused("slice: 1 to 1 of axis 1 of [2, 3]", () -> t.slice(of(2, 3), 1, 1, 1));
    refused(
        "concat: [2, 3] and [3, 3]: only the sizes along axis 1 may differ",
        () -> t.concat(1, of(2, 3), of(3, 3)));
    refused(
        "concat: [2, 3] and [2]: only the sizes along axis 1 may differ",
        () -> t.concat(1, of(2, 3), of(2)));
    refused("concat: of no tensors", () -> t.concat(0));
    refused(
        "stack: [2, 3] and [3, 2]: all shapes must be equal", () -> t.stack(0, of(2, 3), of(3, 2)));
    refused("stack: [2] cannot get a new axis 2", () -> t.stack(2, of(2)));
  }

  @Test
  @DisplayName("tensors themselves")
  void tensors() {
    refused("the shape [2, 0]: every size must be 1 or more", () -> of(2, 0));
    refused(
        "the shape [65536, 65536]: more elements than an array can hold", () -> of(65536, 65536));
    refused(
        "the shape [2, 2] has 4 elements, and the array 3",
        () -> Tensor.constant(new float[3], 2, 2));
    assertThatThrownBy(() -> Tensor.constant(new float[1]).gradient())
        .hasMessage(
            "[] has no gradient: it is a constant, came out of constants only, or was made without");
    assertThatThrownBy(() -> of(2).value()).hasMessage("[2] has 2 elements, and not one");
  }

  @Test
  @DisplayName("and what a caller changes afterwards in a shape or in indices changes nothing")
  void copies() {
    int[] shape = {2, 3};
    Tensor x = Tensor.parameter(shape);
    shape[0] = 7;
    x.shape()[0] = 8;
    assertThat(x.shape()).containsExactly(2, 3);
    int[] rows = {1, 1};
    Tensor y = t.sum(t.embedding(x, rows));
    rows[0] = 0;
    t.backward(y);
    assertThat(x.gradient()).containsExactly(0, 0, 0, 2, 2, 2);
  }
}
