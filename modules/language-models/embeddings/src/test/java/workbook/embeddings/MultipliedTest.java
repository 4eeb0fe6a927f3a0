package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "embeddings/3",
    title = "An analogy by multiplication",
    hints = {
      "b - a + c looks for a word whose cosines with b and c add up to much, less that with"
          + " a. One large cosine makes up for a small one there. In a product it does not.",
      "Two negative cosines have a positive product. What moves all cosines from -1 … 1 to "
          + "0 … 1?",
      "With s(x, y) = (1 + cos(x, y)) / 2 the answer is the word x other than a, b and c "
          + "with the largest s(x, b) · s(x, c) / (s(x, a) + 0.001)."
    })
@DisplayName("Exercise 3: an analogy by multiplication")
class MultipliedTest {

  @Test
  @DisplayName("the words of the question are no answer")
  void question() {
    assertAnswer(3, 0, 15, -15, 1, 180);
  }

  @Test
  @DisplayName("a word that is like neither b nor c does not win by being so twice")
  void negative() {
    assertAnswer(3, 100, 30, -30, 0, 179);
  }

  @Test
  @DisplayName("a word that points straight away from a does not win by being divided by 0")
  void opposite() {
    // d: s(60°, 15°) s(60°, -15°) / s(60°, 0°) = .854 · .629 / .751 = .72; e: .017 · .017 / .001 =
    // .29.
    assertAnswer(3, 0, 15, -15, 60, 180);
  }

  @Test
  @DisplayName("the planted analogies are found")
  void planted() {
    Vectors vectors = Trained.SKIP_GRAM;
    double[][] rows = Planted.WORDS.stream().map(vectors::of).toArray(double[][]::new);
    for (Analogy analogy : Analogy.planted()) {
      int answer =
          Multiplied.answer(
              rows,
              Planted.number(analogy.a()),
              Planted.number(analogy.b()),
              Planted.number(analogy.c()));
      assertThat(Planted.WORDS.get(answer))
          .as("%s - %s + %s", analogy.b(), analogy.a(), analogy.c())
          .isEqualTo(analogy.d());
    }
  }

  /// @param degrees in which the vectors point, those of a, b and c first
  private static void assertAnswer(int expected, int... degrees) {
    double[][] vectors =
        Arrays.stream(degrees)
            .mapToObj(degree -> new double[] {cosine(degree), cosine(degree - 90)})
            .toArray(double[][]::new);
    int actual = Multiplied.answer(vectors, 0, 1, 2);
    assertThat(actual)
        .withFailMessage(() ->
            "%s: expected the %d° but was %s"
                .formatted(
                    Arrays.stream(degrees)
                        .mapToObj(degree -> degree + "°")
                        .collect(Collectors.joining(", ")),
                    degrees[expected],
                    actual < 0 || actual >= degrees.length
                        ? "number " + actual
                        : "the " + degrees[actual] + "°"))
        .isEqualTo(expected);
  }

  /// With the zeros and ones exact.
  private static double cosine(int degree) {
    return degree % 180 == 90 || degree % 180 == -90 ? 0 : Math.cos(Math.toRadians(degree));
  }
}
