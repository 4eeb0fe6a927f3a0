package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "kernels/2",
    title = "The logarithm of softmax",
    hints = {
      "What is e^1000 as a float? And the logarithm of softmax where softmax is 0?",
      "log(e^a / (e^a + e^b)) = a - log(e^a + e^b): no quotient is needed. And what "
          + "changes if you take the same number off every element of the row?",
      "m = the largest element, s = the sum of Math.exp(x[i] - m), in a double; in a "
          + "new array, y[i] = (float) (x[i] - m - Math.log(s))."
    },
    chinese =
        @Exercise.Chinese(
            title = "softmax 的对数",
            hints = {
              "e^1000 存成 float 是多少？softmax 为 0 的地方，它的对数又是多少" + "？",
              "log(e^a / (e^a + e^b)) = a - log(e^a + e^b)，" + "不需要做除法。如果一行里每个元素都减去同一个数，结果会变吗？",
              "m 为最大元素，s 为所有 Math.exp(x[i] - m) 之和，用 double"
                  + " 累加；结果写进新数组：y[i] = (float) (x[i] - m - Math."
                  + "log(s))。"
            }))
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
    // log(1 + e^-0.5) = 0.47407698
    assertLogSoftmax(new float[] {10000, 10000.5f}, -0.974077f, -0.47407698f);
    assertLogSoftmax(new float[] {-3e38f, 0, 1}, -3e38f, -1.3132617f, -0.31326166f);
    assertLogSoftmax(new float[] {1e17f, 1e17f}, -0.6931472f, -0.6931472f);
    assertLogSoftmax(new float[] {-3e38f, -3e38f}, -0.6931472f, -0.6931472f);
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

  @Test
  @DisplayName("of 100,000 elements is no less exact")
  void longRow() {
    // A float sum rounds each term to the same side.
    assertLongRow(-0.1f);
  }

  @Test
  @DisplayName("of 100,000 elements counts those that are far below the largest")
  void farBelow() {
    // One of them adds a ten-millionth to the sum, all of them a hundredth.
    assertLongRow(-16);
    assertLongRow(-21);
  }

  /// One 0 and 99,999 times another: log(e^0 + 99,999 e^other).
  private static void assertLongRow(float other) {
    float[] row = new float[100_000];
    Arrays.fill(row, 1, row.length, other);
    double log = Math.log1p(99_999 * Math.exp(other));
    String what = "log softmax of 0.0 and 99,999 times " + other;
    float[] actual = LogSoftmax.of(row);
    assertThat(actual).as(what + ": length").hasSize(row.length);
    Near.assertNear(what + ": element 0", -log, actual[0], Math.max(1, log) * 1e-6);
    double last = other - log;
    Near.assertNear(what + ": the last element", last, actual[99_999], Math.max(1, -last) * 1e-6);
  }

  private static void assertLogSoftmax(float[] row, float... expected) {
    String what = "log softmax of " + Floats.list(row);
    float[] actual = LogSoftmax.of(row.clone());
    assertThat(actual).as("%s: length", what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double allowed =
          Float.isInfinite(expected[i]) ? 0 : Math.max(1, Math.abs(expected[i])) * 1e-6;
      Near.assertNear("%s: element %d".formatted(what, i), expected[i], actual[i], allowed);
    }
  }
}
