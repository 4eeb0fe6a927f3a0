package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static workbook.topictest.Near.assertNear;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "state-space/3",
    title = "A convolution that does not come round",
    hints = {
      "On a circle of four places, where does the product of kernel[3] and u[2] go?",
      "Zeros behind both make the circle larger. The last product goes to place kernel.length - 1 + u.length - 1.",
      "size = kernel.length + u.length - 1; apply circular to Arrays.copyOf(kernel, size) and"
          + " Arrays.copyOf(u, size); return Arrays.copyOf of the result with u.length."
    },
    chinese =
        @Exercise.Chinese(
            title = "不会绕回来的卷积",
            hints = {
              "在四个位置的圆上，kernel[3] 与 u[2] 的乘积落在哪里？",
              "在两个数组后面补零，圆就变大了。最后一个乘积落在位置 kernel.length - 1 + u.length - 1。",
              "size = kernel.length + u.length - 1；对 Arrays.copyOf(kernel, size) 和 Arrays.copyOf(u,"
                  + " size) 调用 circular，返回结果的 Arrays.copyOf(…, u.length)。"
            }))
@DisplayName("Exercise 3: a convolution that does not come round")
class CausalFilterTest {

  private static double[] circular(double[] x, double[] u) {
    if (x.length != u.length) {
      throw new AssertionError(
          "circular takes two arrays of one length, and was given %d and %d numbers"
              .formatted(x.length, u.length));
    }
    double[] y = new double[u.length];
    for (int s = 0; s < x.length; s++) {
      for (int t = 0; t < u.length; t++) {
        y[(s + t) % y.length] += x[s] * u[t];
      }
    }
    return y;
  }

  private static void assertFilter(double[] kernel, double[] u, double... expected) {
    double[] y = CausalFilter.filter(CausalFilterTest::circular, kernel.clone(), u.clone());
    String given = "kernel %s, u %s".formatted(Arrays.toString(kernel), Arrays.toString(u));
    assertNear("how many numbers there are for " + given, expected.length, y.length, 0);
    for (int t = 0; t < expected.length; t++) {
      assertNear("y[%d] for %s".formatted(t, given), expected[t], y[t], 1e-12);
    }
  }

  /// 1·1; 1·2 + 10·1; 1·3 + 10·2 + 100·1.
  @Test
  @DisplayName("has nothing from the end at the beginning")
  void same() {
    assertFilter(new double[] {1, 10, 100}, new double[] {1, 2, 3}, 1, 12, 123);
    assertFilter(new double[] {0, 1}, new double[] {5, 7}, 0, 5);
    assertFilter(new double[] {2}, new double[] {3}, 6);
  }

  @Test
  @DisplayName("takes a shorter kernel")
  void shorter() {
    assertFilter(new double[] {1, 10}, new double[] {1, 2, 3, 4}, 1, 12, 23, 34);
    assertFilter(new double[] {3}, new double[] {1, 2, 3}, 3, 6, 9);
  }

  @Test
  @DisplayName("takes a longer kernel, of which the end is too late for any output")
  void longer() {
    assertFilter(new double[] {1, 10, 100, 1000}, new double[] {1, 2}, 1, 12);
    assertFilter(new double[] {1, 10, 100}, new double[] {4}, 4);
  }

  @Test
  @DisplayName("is computed by the circular one that it is given")
  void given() {
    AtomicInteger calls = new AtomicInteger();
    CausalFilter.filter(
        (x, u) -> {
          calls.incrementAndGet();
          return circular(x, u);
        },
        new double[] {1, 2},
        new double[] {3, 4});
    assertThat(calls.get())
        .withFailMessage("circular: expected to be called but was not")
        .isPositive();
  }

  @Test
  @DisplayName("is the sum that defines it, for random numbers of any length")
  void random() {
    for (int seed = 1; seed <= 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] kernel = random.doubles(random.nextInt(1, 9), -1, 1).toArray();
      double[] u = random.doubles(random.nextInt(1, 9), -1, 1).toArray();
      double[] expected = new double[u.length];
      for (int t = 0; t < u.length; t++) {
        for (int s = 0; s <= t && s < kernel.length; s++) {
          expected[t] += kernel[s] * u[t - s];
        }
      }
      assertFilter(kernel, u, expected);
    }
  }
}
