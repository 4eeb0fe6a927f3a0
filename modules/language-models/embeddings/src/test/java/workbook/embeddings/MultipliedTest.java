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
          + "with the largest s(x, b) · s(x, c) / (s(x, a) + 0.001). The vectors have the length 1, "
          + "so cos is the sum of the products."
    },
    chinese =
        @Exercise.Chinese(
            title = "用乘法做类比",
            hints = {
              "b - a + c 找的词，与 b、c 的余弦之和要大，再减去与 a 的余弦。在加法里，一个大的余弦可以弥补一个小的；在乘法里不行。",
              "两个负的余弦，乘积是正的。怎样把余弦从 -1 … 1 移到 0 … 1？",
              "令 s(x, y) = (1 + cos(x, y)) / 2，答案是除 a、b、c 之外 s(x, b) · s(x, c) / (s(x, a) + 0.001) 最大的词 x。"
                  + "向量长度都是 1，所以余弦就是各分量乘积之和。"
            }))
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

  /// d: s(40°, 160°) s(40°, -60°) / s(40°, 0°) = .250 · .413 / .883 = .117; e: .933 · .0076 / .179
  /// = .040. By addition the 130° would win: near to b makes up for being far from c.
  @Test
  @DisplayName("near to b does not make up for far from c")
  void notAdded() {
    assertAnswer(3, 0, 160, -60, 40, 130);
  }

  /// d: s(50°, 40°) s(50°, 20°) / s(50°, 0°) = .992 · .933 / .823 = 1.13; e: .117 · .0302 / .001 =
  /// 3.53.
  @Test
  @DisplayName("0.001 is small: a word that points away from a is favoured")
  void away() {
    assertAnswer(4, 0, 40, 20, 50, 180);
  }

  /// d: s(45°, 30°) s(45°, 12°) / s(45°, 0°) = .983 · .919 / .855 = 1.06; e: .067 · .0109 / .001 =
  /// .73.
  @Test
  @DisplayName("0.001 is not smaller than that")
  void notTooFarAway() {
    assertAnswer(3, 0, 30, 12, 45, 180);
  }

  @Test
  @DisplayName("the only word that is left is the answer, though it points straight away from b")
  void onlyOne() {
    assertAnswer(3, 90, 0, 45, 180);
  }

  @Test
  @DisplayName("the first word and the last can be answers")
  void ends() {
    assertThat(answer(1, 2, 3, 10, 0, 15, -15, 60)).as("the number of the answer").isZero();
    assertThat(answer(0, 1, 2, 0, 15, -15, 60, 10)).as("the number of the answer").isEqualTo(4);
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
    int actual = answer(0, 1, 2, degrees);
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

  private static int answer(int a, int b, int c, int... degrees) {
    double[][] vectors =
        Arrays.stream(degrees)
            .mapToObj(degree -> new double[] {cosine(degree), cosine(degree - 90)})
            .toArray(double[][]::new);
    return Multiplied.answer(vectors, a, b, c);
  }

  /// With the zeros and ones exact.
  private static double cosine(int degree) {
    return degree % 180 == 90 || degree % 180 == -90 ? 0 : Math.cos(Math.toRadians(degree));
  }
}
