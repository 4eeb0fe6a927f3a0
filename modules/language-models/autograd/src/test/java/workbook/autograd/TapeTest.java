package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.kernels.FloatKernels;
import workbook.kernels.Team;

@DisplayName("A tape")
class TapeTest {

  private final Tape t = new Tape(FloatKernels.best());

  private static Tensor number(float value) {
    return Init.constant(Tensor.parameter(), value);
  }

  @Test
  @DisplayName("finds the gradients that micrograd's README prints")
  void micrograd() {
    Tensor a = number(-4);
    Tensor b = number(2);
    Tensor one = Tensor.constant(new float[] {1});
    Tensor c = t.add(a, b);
    Tensor d = t.add(t.mul(a, b), t.mul(t.mul(b, b), b));
    c = t.add(c, t.add(c, one));
    c = t.add(c, t.sub(t.add(one, c), a));
    d = t.add(d, t.add(t.scale(d, 2), t.relu(t.add(b, a))));
    d = t.add(d, t.add(t.scale(d, 3), t.relu(t.sub(b, a))));
    Tensor e = t.sub(c, d);
    Tensor f = t.mul(e, e);
    Tensor g = t.scale(f, 0.5f);
    // 10 / f, by the operations there are here.
    g = t.add(g, t.scale(t.exp(t.scale(t.log(f), -1)), 10));
    t.backward(g);
    assertThat(g.value()).isCloseTo(24.7041f, within(5e-5f));
    assertThat(a.gradient()[0]).isCloseTo(138.8338f, within(5e-5f));
    assertThat(b.gradient()[0]).isCloseTo(645.5773f, within(1e-4f));
  }

  @Test
  @DisplayName("adds up the gradients of a value that is used more than once")
  void usedTwice() {
    Tensor x = number(3);
    // x² + x·x·x + x: 2x + 3x² + 1 = 34
    Tensor square = t.mul(x, x);
    t.backward(t.add(t.add(square, t.mul(square, x)), x));
    assertThat(x.gradient()[0]).isEqualTo(34);
  }

  @Test
  @DisplayName("gives a gradient to several threads at once, and none loses what it adds")
  void severalThreads() {
    int threads = 4;
    try (Team team = new Team(threads)) {
      for (int time = 0; time < 50; time++) {
        t.reset();
        Tensor y = t.scale(Tensor.parameter(1 << 18), 2);
        team.run(member -> y.gradient()[y.size() - 1 - member]++);
        // The ones that the threads have added, and nothing that the time before has left.
        assertThat(y.gradient()[y.size() - 1 - threads]).isZero();
        for (int member = 0; member < threads; member++) {
          assertThat(y.gradient()[y.size() - 1 - member]).isEqualTo(1);
        }
      }
    }
  }

  @Test
  @DisplayName(
      "adds up the gradients of any two uses, though the first of them sets and adds to none")
  void firstAndSecondUse() {
    Tensor weights = Init.normal(Tensor.parameter(4, 4), 1, new SplittableRandom(1));
    Tensor row = Init.constant(Tensor.parameter(4), 2);
    List<UnaryOperator<Tensor>> uses =
        List.of(
            y -> t.add(y, row),
            y -> t.sub(weights, y),
            y -> t.scale(y, 3),
            y -> t.mul(y, weights),
            t::gelu,
            y -> t.layerNorm(y, row, row),
            y -> t.matmul(y, weights),
            y -> t.matmulTransposed(weights, y),
            y -> t.slice(y, 0, 1, 3),
            y -> t.scale(t.reshape(y, 16), 5));
    for (UnaryOperator<Tensor> one : uses) {
      for (UnaryOperator<Tensor> other : uses) {
        float[] expected = gradient(one);
        float[] second = gradient(other);
        for (int i = 0; i < expected.length; i++) {
          expected[i] += second[i];
        }
        assertThat(gradient(one, other)).containsExactly(expected, within(1e-5f));
      }
    }
  }

  /// The gradient of the sums of what is made of one output, by the output.
  @SafeVarargs
  private float[] gradient(UnaryOperator<Tensor>... uses) {
    t.reset();
    Tensor x = Init.normal(Tensor.parameter(4, 4), 1, new SplittableRandom(2));
    Tensor y = t.scale(x, 1);
    Tensor loss = Tensor.constant(new float[1]);
    for (UnaryOperator<Tensor> use : uses) {
      Tensor made = use.apply(y);
      loss = t.add(t.sum(t.mul(made, made)), loss);
    }
    t.backward(loss);
    return y.gradient().clone();
  }

  @Test
  @DisplayName("gives an output that nobody used a gradient of zeros, whatever its memory held")
  void unused() {
    Tensor x = number(3);
    t.backward(t.scale(t.scale(x, 5), 7));
    t.reset();
    Tensor unused = t.scale(x, 2);
    t.backward(t.scale(x, 4));
    assertThat(unused.gradient()).containsExactly(0);
  }

  @Test
  @DisplayName("passes the gradient to the whole of a matrix by itself: x·x and x·xᵀ")
  void sameOperand() {
    // sum(x·x) by x[i][j] is the sum of row j and of column i; for sum(x·xᵀ) twice the column sum.
    Tensor x = Tensor.parameter(2, 2);
    System.arraycopy(new float[] {1, 2, 3, 4}, 0, x.data(), 0, 4);
    t.backward(t.sum(t.matmul(x, x)));
    assertThat(x.gradient()).containsExactly(3 + 4, 7 + 4, 3 + 6, 7 + 6);
    t.reset();
    Gradients.clear(List.of(x));
    t.backward(t.sum(t.matmulTransposed(x, x)));
    assertThat(x.gradient()).containsExactly(8, 12, 8, 12);
  }

  @Test
  @DisplayName("does not walk through what does not lead to the loss")
  void unreached() {
    Tensor x = number(0);
    Tensor unused = t.log(x); // its gradient would be 0 / 0
    t.backward(t.scale(x, 2));
    assertThat(unused.value()).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(x.gradient()[0]).isEqualTo(2);
  }

  @Test
  @DisplayName("does not hide in relu what is not a number, on either way")
  void notANumber() {
    Tensor x = number(Float.NaN);
    Tensor y = t.relu(x);
    t.backward(y);
    assertThat(y.value()).isNaN();
    // PyTorch 2.13.0: x = torch.tensor(float("nan"), requires_grad=True); x.relu().backward();
    // x.grad is 1.
    assertThat(x.gradient()[0]).isEqualTo(1);
  }

  @Test
  @DisplayName("adds to the gradients of the pass before, until they are cleared")
  void accumulates() {
    Tensor x = number(5);
    for (int pass = 1; pass <= 3; pass++) {
      t.reset();
      t.backward(t.mul(x, x));
      assertThat(x.gradient()[0]).isEqualTo(10 * pass);
    }
    Gradients.clear(List.of(x));
    assertThat(x.gradient()[0]).isZero();
  }

  @Test
  @DisplayName("records nothing of what is done without gradients, and goes on after it")
  void withoutGradients() {
    Tensor x = number(2);
    Tensor y = t.withoutGradients(() -> t.reshape(t.mul(x, x), 1));
    assertThat(y.value()).isEqualTo(4);
    assertThat(y.hasGradient()).isFalse();
    assertThatThrownBy(() -> t.backward(y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backward: wants one number with a gradient, from this tape, and got [1]");
    assertThatThrownBy(() ->
            t.withoutGradients(() -> {
              throw new IllegalStateException("in between");
            }))
        .hasMessage("in between");
    t.withoutGradients(() -> t.withoutGradients(() -> x));
    assertThat(t.mul(x, x).hasGradient()).isTrue();
    // A constant of the value goes into the next product, and no gradient comes back through it.
    t.backward(t.mul(x, t.reshape(y)));
    assertThat(x.gradient()[0]).isEqualTo(4);
  }

  @Test
  @DisplayName("normalises 1 0 0 0 to 1.7320 and -0.5773, which divides by n, not n - 1")
  void layerNorm() {
    // Mean 1/4, variance 3/16: 0.75 / √0.1875 = √3, less what 0.00001 takes. By n - 1 it would be
    // 1.5 and -0.5.
    Tensor x = Tensor.constant(new float[] {1, 0, 0, 0}, 4);
    Tensor y = t.layerNorm(x, Init.constant(Tensor.parameter(4), 1), Tensor.parameter(4));
    assertThat(y.data()[0]).isCloseTo(1.7320f, within(5e-5f));
    assertThat(y.data()[1]).isCloseTo(-0.5773f, within(5e-5f)).isEqualTo(y.data()[3]);
  }

  @Test
  @DisplayName("shares the memory of a tensor that is only seen with another shape")
  void reshape() {
    Tensor x = Tensor.parameter(2, 3);
    Tensor y = t.reshape(x, 3, 2);
    assertThat(y.data()).isSameAs(x.data());
    assertThat(y.gradient()).isSameAs(x.gradient());
  }

  @Test
  @DisplayName("says so when an output is used after its memory went to others")
  void usedAfterReset() {
    Tensor x = number(2);
    Tensor y = t.mul(x, x);
    Tensor z = t.reshape(y, 1, 1);
    t.reset();
    assertThatThrownBy(y::value)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("[] was made by 'mul' before its tape was reset; copy what has to live longer");
    assertThatThrownBy(() -> t.exp(z))
        .hasMessageStartingWith("[1, 1] was made by 'reshape' before");
    assertThat(x.value()).isEqualTo(2);
  }

  @Test
  @DisplayName("refuses to walk back twice, from a block of numbers, or from another tape")
  void refusesBackward() {
    Tensor x = number(2);
    Tensor y = t.mul(x, x);
    Tensor block = t.add(Tensor.parameter(2, 3), x);
    assertThatThrownBy(() -> t.backward(block)).hasMessageEndingWith("and got [2, 3]");
    assertThatThrownBy(() -> t.backward(x)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tape(FloatKernels.best()).backward(y))
        .isInstanceOf(IllegalArgumentException.class);
    t.backward(y);
    assertThatThrownBy(() -> t.backward(y))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("backward a second time, without a reset in between");
    assertThat(x.gradient()[0]).isEqualTo(4);
  }

  @Test
  @DisplayName("lists what was computed, by which operation, of what")
  void outputs() {
    Tensor x = number(2);
    Tensor y = t.mul(x, x);
    Tensor z = t.tanh(y);
    assertThat(t.outputs()).containsExactly(y, z);
    assertThat(z.operation()).isEqualTo("tanh");
    assertThat(z.inputs()).containsExactly(y);
    assertThat(y.inputs()).containsExactly(x, x);
    assertThat(x.operation()).isNull();
  }
}
