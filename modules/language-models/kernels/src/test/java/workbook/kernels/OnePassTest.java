package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "kernels/4",
    title = "Mean and variance in one pass",
    hints = {
      "The mean of the squares less the square of the mean: what do 10000, 10001 and 10002"
          + " give in floats?",
      "How does the mean of n numbers change when one more comes? And the sum of the"
          + " squared distances from it?",
      "For the n-th x: d = x - mean; mean += d / n; squares += d * (x - mean), with the"
          + " mean of before in d and that of after in the second factor. Variance: squares / n."
          + " (B. P. Welford, 1962)"
    })
@DisplayName("Exercise 4: mean and variance in one pass")
class OnePassTest {

  @Test
  @DisplayName("[1, 0, 0, 0] has the mean 1/4 and the variance 3/16")
  void small() {
    // (9/16 + 3 * 1/16) / 4
    assertMoments(new float[] {1, 0, 0, 0}, 0.25f, 0.1875f);
    assertMoments(new float[] {-2, 2}, 0, 4);
  }

  @Test
  @DisplayName("one number has the variance 0")
  void one() {
    assertMoments(new float[] {7}, 7, 0);
  }

  @Test
  @DisplayName("three numbers at a distance d have the variance 2/3 d^2, wherever they are")
  void farFromZero() {
    assertMoments(new float[] {10000, 10001, 10002}, 10001, 2 / 3f);
    assertMoments(new float[] {-10002, -10001, -10000}, -10001, 2 / 3f);
    // Floats of this size are 128 apart, so these are exact, and so is every step of the answer.
    // 256^2 * 2/3 = 43690.67.
    float far = 1.5f * 0x1p30f;
    assertMoments(new float[] {far, far + 256, far + 512}, far + 256, 43690.668f);
  }

  @Test
  @DisplayName("an empty row is refused")
  void empty() {
    assertThatThrownBy(() -> OnePass.of(new float[0]), "an empty row")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertMoments(float[] row, float mean, float variance) {
    OnePass.Moments moments = OnePass.of(row);
    String name = Floats.list(row);
    assertNear("the mean of " + name, mean, moments.mean(), Math.abs(mean) * 1e-6f);
    assertNear("the variance of " + name, variance, moments.variance(), variance * 1e-3f);
  }

  private static void assertNear(String what, float expected, float actual, float allowed) {
    if (!(Math.abs(actual - expected) <= allowed)) {
      assertThat(actual).as(what).isEqualTo(expected);
    }
  }
}
