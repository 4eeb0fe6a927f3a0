package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

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
      "Add up a·b, a·a and b·b, in double, for the square of a large float is not a float "
          + "any more; return 0 if one of the last two is 0, and else a·b / sqrt(a·a · b·b)."
    })
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
    assertCosine(.96, new float[] {3e-30f, 4e-30f}, 4e-30f, 3e-30f);
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
    double actual = Cosine.of(a, b);
    assertThat(Math.abs(actual - expected) < 1e-6)
        .withFailMessage(
            String.format(
                Locale.ROOT,
                "of(%s, %s): expected %.4f but was %.4f",
                text(a),
                text(b),
                expected,
                actual))
        .isTrue();
  }

  private static String text(float... x) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> x[i] == (int) x[i] ? String.valueOf((int) x[i]) : String.valueOf(x[i]))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
