package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "kernels/1",
    title = "Four sums instead of one",
    hints = {
      "Which addition does the next one have to wait for in `sum += x[i] * y[i]`? Which"
          + " would it not?",
      "Keep four sums, s0 to s3, and go through the arrays four elements at a time. How"
          + " many are left over at the end, and whose are they?",
      "for (i = 0; i + 4 <= n; i += 4) s0 = fma(x[i], y[i], s0) and so on. After the loop,"
          + " i is a multiple of 4: element i belongs to s0, i + 1 to s1, i + 2 to s2. Return (s0"
          + " + s2) + (s1 + s3)."
    })
@DisplayName("Exercise 1: four sums instead of one")
class FourSumsTest {

  @Test
  @DisplayName("1, 4, 9, 16, ... add up to n (n + 1) (2n + 1) / 6, for every length")
  void squares() {
    for (int n = 0; n <= 21; n++) {
      float[] x = new float[n];
      for (int i = 0; i < n; i++) {
        x[i] = i + 1;
      }
      assertThat(FourSums.dot(x, x.clone()))
          .as("the dot product of %s with itself", Floats.list(x))
          .isEqualTo(n * (n + 1) * (2 * n + 1) / 6);
    }
  }

  @Test
  @DisplayName("each element goes to its partial sum, those left over too")
  void order() {
    // 2^24 + 1 is no float and rounds to 2^24: where the 1 meets 2^24, it is lost.
    float[] ones = {1, 1, 1, 1, 1, 1};
    assertThat(FourSums.dot(new float[] {0x1p24f, 1, 0, 0, -0x1p24f, 0}, ones))
        .as("1 is element 1, and must not meet 2^24 before -2^24 has")
        .isEqualTo(1);
    assertThat(FourSums.dot(new float[] {0x1p24f, 0, -0x1p24f, 0, 0, 1}, ones))
        .as("1 is element 5, and must be in the partial sum 1, beside 2^24 in the partial sum 0")
        .isEqualTo(1);
    assertThat(FourSums.dot(new float[] {0x1p24f, -0x1p24f, 1, 0, 0, 0}, ones))
        .as("the partial sums 0 and 2 are added first, and there 2^24 swallows 1")
        .isZero();
  }

  @Test
  @DisplayName("product and sum are rounded once")
  void fused() {
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24. Rounded, the last term goes; less 1 + 2^-11 it is all.
    float x = 1 + 0x1p-12f;
    float[] left = {-1 - 0x1p-11f, 0, 0, 0, x};
    float[] right = {1, 0, 0, 0, x};
    assertThat(FourSums.dot(left, right)).as("(1 + 2^-12)^2 - 1 - 2^-11").isEqualTo(0x1p-24f);
  }

  @Test
  @DisplayName("arrays of different lengths are refused")
  void lengths() {
    assertThatThrownBy(() -> FourSums.dot(new float[3], new float[4]), "lengths 3 and 4")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FourSums.dot(new float[4], new float[3]), "lengths 4 and 3")
        .isInstanceOf(IllegalArgumentException.class);
  }
}
