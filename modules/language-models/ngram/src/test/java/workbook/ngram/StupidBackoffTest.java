package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "ngram/2",
    title = "Stupid back-off",
    hints = {
      "What does a look at a shorter context cost, and what do two such looks cost?",
      "An n-gram that was counted has its count, divided by that of its context: of the n-gram"
          + " without its last symbol.",
      "Start with a factor of 1.0. While the n-gram has more than one symbol and counts.count of it is"
          + " 0, drop its first symbol and multiply the factor by 0.4. What is left scores factor *"
          + " count / count of what is left without its last symbol; a single symbol factor * count /"
          + " length."
    },
    chinese =
        @Exercise.Chinese(
            title = "Stupid back-off（简单回退）",
            hints = {
              "改看较短的上下文一次要付出什么代价？看两次呢？",
              "统计到的 n 元组，得分是它的计数除以上下文的计数；上下文就是去掉最后一个符号的 n 元组。",
              "系数从 1.0 开始。只要 n 元组多于一个符号，而且 counts.count 为 0，就去掉第一个符号，系数乘以 0.4。"
                  + "剩下的 n 元组得分是 系数 * 计数 / 去掉最后一个符号后的计数；只剩一个符号时是 系数 * 计数 / length。"
            }))
@DisplayName("Exercise 2: stupid back-off")
class StupidBackoffTest {

  /// 0 0 1 0 2 0 0 1 2 2: ten symbols, 0 five times, 1 twice, 2 three times. After 0 come 0, 1, 2,
  /// 0, 1; after 1 come 0 and 2; after 2 come 0 and 2.
  private static final int[] TEXT = {0, 0, 1, 0, 2, 0, 0, 1, 2, 2};

  private static final Counts COUNTS = Counts.of(TEXT, 0, TEXT.length, 4, 3);

  @Test
  @DisplayName("seen: the count by that of the context")
  void seen() {
    // 0 0 twice of five 0, 0 0 1 both times after 0 0.
    assertScore(.4, 0, 0);
    assertScore(1, 0, 0, 1);
    assertScore(.5, 1, 0);
    assertScore(.5, 0, 1, 2);
    // 2 0 once of three 2: the last 2 ends the text, and counts although nothing follows it.
    assertScore(1.0 / 3, 2, 0);
  }

  @Test
  @DisplayName("a single symbol: its count by the length of the text")
  void single() {
    assertScore(.5, 0);
    assertScore(.2, 1);
  }

  @Test
  @DisplayName("a pair that was counted is not paid for")
  void noStep() {
    // 0 1 twice, 0 five times, and here of another text: 0 1 once of two 0, ten symbols.
    int[] text = {0, 1, 0, 2, 2, 2, 2, 2, 1, 1};
    Counts counts = Counts.of(text, 0, 10, 3, 2);
    assertThat(rounded(StupidBackoff.score(counts, 10, 0, 1)))
        .as("the score of 0 1")
        .isEqualTo(expected(.5));
  }

  @Test
  @DisplayName("not seen: 0.4 for each step down")
  void steps() {
    // 2 0 2 was never seen, 0 2 is once of five.
    assertScore(.4 * .2, 2, 0, 2);
    // 1 1 was not, 1 is twice of ten.
    assertScore(.4 * .2, 1, 1);
    // 2 1 0 no, 1 0 once of two.
    assertScore(.4 * .5, 2, 1, 0);
    // 2 2 1 no, 2 1 no, 1 twice of ten: two steps.
    assertScore(.4 * .4 * .2, 2, 2, 1);
  }

  @Test
  @DisplayName("a symbol that is nowhere in the text scores 0")
  void nowhere() {
    assertScore(0, 3);
    assertScore(0, 0, 0, 3);
  }

  @Test
  @DisplayName("the scores are no probabilities")
  void noProbabilities() {
    double sum = 0;
    for (int symbol = 0; symbol < 4; symbol++) {
      sum += StupidBackoff.score(COUNTS, TEXT.length, 0, 0, symbol);
    }
    // After 0 0: 1 for certain; 0 and 2 by one step, .4 * 2/5 and .4 * 1/5; 3 never.
    assertThat(rounded(sum)).as("the scores after 0 0 together").isEqualTo(expected(1.24));
  }

  private static void assertScore(double expected, int... gram) {
    String shown = Arrays.stream(gram).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    assertThat(rounded(StupidBackoff.score(COUNTS, TEXT.length, gram)))
        .as("the score of %s", shown)
        .isEqualTo(expected(expected));
  }

  /// To twelve digits, so that a message shows the difference and not the rounding.
  private static double rounded(double score) {
    return Math.rint(score * 1e12) / 1e12;
  }

  private static double expected(double score) {
    return rounded(score);
  }
}
