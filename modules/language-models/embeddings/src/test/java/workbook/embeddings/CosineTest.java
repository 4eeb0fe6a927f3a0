package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "embeddings/1",
    title = "Cosine similarity",
    hints = {
      "The cosine of the angle between two vectors is their product, divided by both "
          + "lengths. What is the length of a vector?",
      "A vector of zeros has the length 0, and 0 / 0 is not a number. What is to come out?",
      "Add up a·b, a·a and b·b, each product as a product of doubles, because the square of a "
          + "large float is not a float any more; return 0 if one of the last two is 0, and else "
          + "a·b / sqrt(a·a · b·b)."
    },
    chinese =
        @Exercise.Chinese(
            title = "余弦相似度",
            hints = {
              "两个向量夹角的余弦，等于它们的内积除以两者的长度（范数）。向量的长度怎么算？",
              "零向量的长度是 0，而 0 / 0 不是数（NaN）。这时应当返回什么？",
              "累加 a·b、a·a 和 b·b，每个乘积都先转成 double 再乘，因为大的 float 平方后会溢出；后两个有一个为 0 就返回 0，"
                  + "否则返回 a·b / sqrt(a·a · b·b)。"
            }))
@DisplayName("Exercise 1: cosine similarity")
class CosineTest {

  @Test
  @DisplayName("by hand")
  void byHand() {
    // (3 · 4 + 4 · 3) / (5 · 5) = 24/25.
    assertCosine(.96, new float[] {3, 4}, 4, 3);
    assertCosine(1, new float[] {3, 4}, 6, 8);
    assertCosine(-1, new float[] {3, 4}, -3, -4);
    assertCosine(0, new float[] {3, 4}, 4, -3);
  }

  @Test
  @DisplayName("a vector of zeros is like nothing, itself included")
  void zero() {
    assertCosine(0, new float[] {0, 0}, 1, 2);
    assertCosine(0, new float[] {1, 2}, 0, 0);
    assertCosine(0, new float[] {0, 0}, 0, 0);
  }

  @Test
  @DisplayName("length does not matter, even where its square is no float")
  void lengths() {
    assertCosine(1, new float[] {1e30f, 0}, 1e30f, 0);
    // Times a power of two, so that the four are exactly 3, 4, 4 and 3 of something.
    float tiny = 0x1p-100f;
    assertCosine(.96, new float[] {3 * tiny, 4 * tiny}, 4 * tiny, 3 * tiny);
  }

  @Test
  @DisplayName("is what Vectors says")
  void vectors() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 50; i++) {
      float[][] rows = new float[2][7];
      for (float[] row : rows) {
        for (int j = 0; j < row.length; j++) {
          row[j] = random.nextFloat() - .5f;
        }
      }
      Vectors vectors = new Vectors(List.of("a", "b"), rows);
      assertCosine(vectors.cosine("a", "b"), rows[0], rows[1]);
    }
  }

  private static void assertCosine(double expected, float[] a, float... b) {
    float[] givenA = a.clone();
    float[] givenB = b.clone();
    double actual = Cosine.of(givenA, givenB);
    assertThat(Arrays.equals(givenA, a) && Arrays.equals(givenB, b))
        .withFailMessage(
            "the vectors must stay as they are: they were %s, %s and are now %s, %s",
            text(a), text(b), text(givenA), text(givenB))
        .isTrue();
    boolean hidden = rounded(expected).equals(rounded(actual));
    assertThat(Math.abs(actual - expected) <= 1e-12)
        .withFailMessage(
            "of(%s, %s): expected %s but was %s",
            text(a),
            text(b),
            hidden ? expected : rounded(expected),
            hidden ? actual : rounded(actual))
        .isTrue();
  }

  /// To four digits, where these show the difference.
  private static String rounded(double cosine) {
    return String.format(Locale.ROOT, "%.4f", cosine);
  }

  private static String text(float... x) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> x[i] == (int) x[i] ? String.valueOf((int) x[i]) : String.valueOf(x[i]))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
