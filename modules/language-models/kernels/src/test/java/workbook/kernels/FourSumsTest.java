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
      "Which addition does the next one have to wait for in `sum += x[i] * y[i]`? "
          + "Which would it not?",
      "Keep four sums, s0 to s3, and go through the arrays four elements at a time. "
          + "How many are left over at the end, and whose are they?",
      "Throw an IllegalArgumentException if the lengths differ. for (i = 0; i + 4 <= "
          + "n; i += 4) s0 = Math.fma(x[i], y[i], s0), s1 = Math.fma(x[i + 1], y[i + 1], "
          + "s1), and so on. After the loop, i is a multiple of 4: if it is there, element i "
          + "belongs to s0, i + 1 to s1, i + 2 to s2, each by Math.fma too. Return (s0 + s2) "
          + "+ (s1 + s3)."
    },
    chinese =
        @Exercise.Chinese(
            title = "用四个部分和代替一个",
            hints = {
              "在 `sum += x[i] * y[i]` 里，下一次加法必须等哪一次加法？哪些加法互" + "不依赖？",
              "设四个部分和 s0 到 s3，每次处理四个元素。最后会剩下几个元素？它们各归哪个部分和？",
              "长度不同就抛 IllegalArgumentException。for (i = 0; "
                  + "i + 4 <= n; i += 4)，s0 = Math.fma(x[i], y[i]"
                  + ", s0)，s1 = Math.fma(x[i + 1], y[i + 1], s1)，"
                  + "其余类推。循环结束后 i 是 4 的倍数：若还有剩余，元素 i 归 s0，i + 1 归"
                  + " s1，i + 2 归 s2，同样用 Math.fma。返回 (s0 + s2) + ("
                  + "s1 + s3)。"
            }))
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
    // 2^24 + 1 + 1 from left to right loses both, 2^24 + (1 + 1) none.
    assertThat(FourSums.dot(new float[] {0x1p24f, 1, 0, 1, 0, 0}, ones))
        .as("the partial sums 1 and 3 are added to each other before they meet 2^24")
        .isEqualTo(0x1p24f + 2);
  }

  @Test
  @DisplayName("product and sum are rounded once, wherever the element stands")
  void fused() {
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24. Rounded, the last term goes; less 1 + 2^-11 it is all.
    float x = 1 + 0x1p-12f;
    for (int n = 5; n <= 12; n++) {
      for (int place = 4; place < n; place++) {
        float[] left = new float[n];
        float[] right = new float[n];
        left[place - 4] = -1 - 0x1p-11f;
        right[place - 4] = 1;
        left[place] = x;
        right[place] = x;
        assertThat(FourSums.dot(left, right))
            .as(
                "(1 + 2^-12)^2 - 1 - 2^-11, with the square as element %d of %d and the rest before"
                    + " it",
                place, n)
            .isEqualTo(0x1p-24f);
      }
    }
  }

  @Test
  @DisplayName("no term is left out: 0 times infinity is not a number")
  void zeros() {
    for (int place = 0; place < 7; place++) {
      float[] infinite = new float[7];
      infinite[place] = Float.POSITIVE_INFINITY;
      assertThat(FourSums.dot(new float[7], infinite))
          .as("seven zeros times infinity as element %d and zeros", place)
          .isNaN();
    }
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
