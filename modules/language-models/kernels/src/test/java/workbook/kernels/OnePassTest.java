package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "kernels/4",
    title = "Mean and variance in one pass",
    hints = {
      "The mean of the squares less the square of the mean: what do 10000, 10001 and "
          + "10002 give in floats?",
      "How does the mean of n numbers change when one more comes? And the sum of the "
          + "squared distances from it?",
      "Throw an IllegalArgumentException if there is no number. n, mean and squares "
          + "start at 0, the last two as doubles. For each x: n++; d = x - mean; mean += d / "
          + "n; squares += d * (x - mean), with the mean of before in d and that of after in "
          + "the second factor. Return mean and squares / n as floats. (B. P. Welford, 1962)"
    },
    chinese =
        @Exercise.Chinese(
            title = "一遍扫描求均值和方差",
            hints = {
              "用“平方的均值减去均值的平方”，10000、10001、10002 在 float 里会" + "得到什么？",
              "已知 n 个数的均值，再来一个数时均值怎么变？到均值的距离平方和又怎么变？",
              "一个数都没有就抛 IllegalArgumentException。n、mean、squ"
                  + "ares 从 0 开始，后两个用 double。对每个 x：n++；d = x - me"
                  + "an；mean += d / n；squares += d * (x - mean)。d"
                  + " 里用的是更新前的均值，第二个因子里用的是更新后的均值。返回转成 float 的 mea"
                  + "n 和 squares / n。（B. P. Welford，1962）"
            }))
@DisplayName("Exercise 4: mean and variance in one pass")
class OnePassTest {

  private static final Float[] THREE = {10000f, 10001f, 10002f};

  @Test
  @DisplayName("[1, 0, 0, 0] has the mean 1/4 and the variance 3/16")
  void small() {
    // (9/16 + 3 * 1/16) / 4
    assertMoments(0.25, 0.1875, 1f, 0f, 0f, 0f);
    assertMoments(0, 4, -2f, 2f);
  }

  @Test
  @DisplayName("equal numbers have the variance 0")
  void equal() {
    assertMoments(7, 0, 7f);
    assertMoments(0.1f, 0, 0.1f, 0.1f, 0.1f);
  }

  @Test
  @DisplayName("three numbers at a distance d have the variance 2/3 d^2, wherever they are")
  void farFromZero() {
    assertMoments(10001, 2 / 3.0, 10000f, 10001f, 10002f);
    assertMoments(-10001, 2 / 3.0, -10002f, -10001f, -10000f);
    // Floats of this size are 128 apart, so these are exact, and 256^2 * 2/3 = 43690.67.
    float far = 1.5f * 0x1p30f;
    assertMoments(far + 256, 256 * 256 * 2 / 3.0, far, far + 256, far + 512);
  }

  @Test
  @DisplayName("99,999 numbers are no less exact than three")
  void many() {
    // A third each of 10000, 10001 and 10002, in turn, and in three pieces.
    assertNear(
        "10000.0, 10001.0, 10002.0 and so on, 99,999 numbers",
        10001,
        2 / 3.0,
        OnePass.of(numbers(99_999, i -> THREE[i % 3])));
    assertNear(
        "33,333 times 10000.0, then 10001.0, then 10002.0",
        10001,
        2 / 3.0,
        OnePass.of(numbers(99_999, i -> THREE[i / 33_333])));
  }

  @Test
  @DisplayName("the first number may lie far from the rest")
  void outlier() {
    // 0 and then n - 1 times 10: the mean is 10 (n - 1) / n, the variance 100 (n - 1) / n^2.
    double n = 99_999;
    assertNear(
        "0.0 and then 99,998 times 10.0",
        10 * (n - 1) / n,
        100 * (n - 1) / (n * n),
        OnePass.of(numbers(99_999, i -> i == 0 ? 0f : 10f)));
  }

  @Test
  @DisplayName("the numbers are not stored")
  void memory() {
    int count = 2_000_000;
    long[] inUse = new long[2];
    OnePass.of(
        numbers(
            count,
            i -> {
              if (i == 0 || i == count - 1) {
                inUse[i == 0 ? 0 : 1] = memoryInUse();
              }
              return THREE[i % 3];
            }));
    // To store them takes 4 bytes each at least.
    assertThat(inUse[1] - inUse[0])
        .withFailMessage("2,000,000 numbers need a few variables, and here they were all kept")
        .isLessThan(2L * count);
  }

  /// What is in use still after the garbage was collected: what an answer makes and drops is none
  /// of it.
  private static long memoryInUse() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  @DisplayName("no number at all is refused")
  void empty() {
    assertThatThrownBy(() -> OnePass.of(List.<Float>of().iterator()), "no numbers")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Iterator<Float> numbers(int count, IntFunction<Float> number) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public Float next() {
        if (!hasNext()) {
          throw new NoSuchElementException("number %d of %d".formatted(next + 1, count));
        }
        return number.apply(next++);
      }
    };
  }

  private static void assertMoments(double mean, double variance, Float... numbers) {
    String what = Arrays.stream(numbers).map(String::valueOf).collect(Collectors.joining(", "));
    assertNear(what, mean, variance, OnePass.of(List.of(numbers).iterator()));
  }

  private static void assertNear(
      String what, double mean, double variance, OnePass.Moments moments) {
    Near.assertNear("the mean of " + what, mean, moments.mean(), Math.abs(mean) * 1e-5);
    Near.assertNear("the variance of " + what, variance, moments.variance(), variance * 1e-5);
  }
}
