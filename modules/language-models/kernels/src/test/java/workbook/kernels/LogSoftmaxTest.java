package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "kernels/2",
    title = "The logarithm of softmax",
    hints = {
      "What is e^1000 as a float? And the logarithm of softmax where softmax is 0?",
      "log(e^a / (e^a + e^b)) = a - log(e^a + e^b): no quotient is needed. And what changes"
          + " if you take the same number off every element of the row?",
      "m = the largest element, s = the sum of e^(x[i] - m), y[i] = x[i] - m - log(s)."
    })
@DisplayName("Exercise 2: the logarithm of softmax")
class LogSoftmaxTest {

  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @Test
  @DisplayName("of [1, 2, 3] and [0, 0] is what PyTorch's log_softmax gives")
  void small() {
    assertLogSoftmax(new float[] {1, 2, 3}, -2.4076059f, -1.4076059f, -0.4076059f);
    assertLogSoftmax(new float[] {0, 0}, -0.6931472f, -0.6931472f);
    assertLogSoftmax(new float[] {5}, 0);
    assertLogSoftmax(new float[] {});
  }

  @Test
  @DisplayName("of large and very different elements neither overflows nor becomes infinite")
  void large() {
    assertLogSoftmax(new float[] {1000, 0}, 0, -1000);
    assertLogSoftmax(new float[] {-1000, -1000}, -0.6931472f, -0.6931472f);
    assertLogSoftmax(new float[] {-3e38f, 0, 1}, -3e38f, -1.3132617f, -0.31326166f);
  }

  @Test
  @DisplayName("leaves out what is masked with minus infinity")
  void masked() {
    assertLogSoftmax(new float[] {0, -INFINITY, 0}, -0.6931472f, -INFINITY, -0.6931472f);
  }

  @Test
  @DisplayName("leaves the row as it was")
  void untouched() {
    float[] row = {1, 2, 3};
    LogSoftmax.of(row);
    assertThat(row).as("the row that was given, 1.0, 2.0, 3.0").isEqualTo(new float[] {1, 2, 3});
  }

  private static void assertLogSoftmax(float[] row, float... expected) {
    String what = "log softmax of " + Floats.list(row);
    Floats.assertClose(what, expected, LogSoftmax.of(row.clone()), 1e-6, 1e-6);
  }
}
