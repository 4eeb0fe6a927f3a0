package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "ngram/1",
    title = "Predict the count",
    hints = {
      "How often is aa in aaa? And where may the last n-gram of a text begin?",
      "Every place at which the n-gram could begin is one question, whatever was found before it.",
      "Begin at 0, 1, and so on up to text.length - gram.length, both included, and compare all"
          + " symbols from there on, number by number. Add 1 where all are the same."
    },
    chinese =
        @Exercise.Chinese(
            title = "先猜计数",
            hints = {
              "aaa 里 aa 出现几次？文本的最后一个 n 元组从哪里开始？",
              "n 元组可能开始的每个位置都单独判断一次，与前面找到过什么无关。",
              "起点从 0、1 一直到 text.length - gram.length（含两端），从起点开始逐个比较全部符号的编号，" + "全部相同就加 1。"
            }))
@DisplayName("Exercise 1: predict the count")
class OccurrencesTest {

  @Test
  @DisplayName("at the beginning, and at the end")
  void ends() {
    assertCount(2, text(0, 1, 2, 0, 1), 0, 1);
    assertCount(1, text(0, 1, 2, 0, 1), 1, 2);
    assertCount(0, text(0, 1, 2, 0, 1), 2, 1);
  }

  @Test
  @DisplayName("n-grams that overlap are all counted")
  void overlap() {
    assertCount(2, text(0, 0, 0), 0, 0);
    assertCount(2, text(0, 1, 0, 1, 0), 0, 1, 0);
  }

  @Test
  @DisplayName("as long as the text, and longer")
  void whole() {
    assertCount(1, text(3, 4), 3, 4);
    assertCount(0, text(3, 4), 3, 4, 3);
    assertCount(0, text(), 3);
  }

  @Test
  @DisplayName("an n-gram that begins where another one broke off")
  void brokenOff() {
    assertCount(1, text(0, 0, 1), 0, 1);
  }

  @Test
  @DisplayName("symbols are numbers, not digits: 0 1 is neither in 10 1 nor in 0 12")
  void digits() {
    assertCount(0, text(10, 1), 0, 1);
    assertCount(0, text(0, 12), 0, 1);
    assertCount(0, text(1, 1), 11);
  }

  @Test
  @DisplayName("two n-grams are the same if all their symbols are, not if their hash or sum is")
  void alike() {
    // 31 is the factor of Arrays.hashCode, 65,536 what does not fit a char.
    for (int base : new int[] {10, 31, 128, 256, 1000, 65_536}) {
      assertCount(0, text(0, base), 1, 0);
      assertCount(0, text(base), 0);
      assertCount(1, text(base, 1), base, 1);
    }
  }

  @Test
  @DisplayName("as Counts counts")
  void counts() {
    Random random = new Random(14);
    int[] text = RandomText.symbols(random, 500, 4);
    Counts counts = Counts.of(text, 0, 500, 4, 3);
    for (int i = 0; i < 200; i++) {
      int[] gram = {random.nextInt(4), random.nextInt(4), random.nextInt(4)};
      assertThat(Occurrences.count(text, gram))
          .as("how often %s is in a text from seed 14", shown(gram))
          .isEqualTo(counts.count(gram));
    }
  }

  private static void assertCount(int expected, int[] text, int... gram) {
    assertThat(Occurrences.count(text, gram))
        .as("how often %s is in %s", shown(gram), shown(text))
        .isEqualTo(expected);
  }

  private static int[] text(int... text) {
    return text;
  }

  private static String shown(int[] symbols) {
    return Arrays.stream(symbols).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }
}
