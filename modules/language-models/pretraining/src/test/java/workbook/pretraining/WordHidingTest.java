package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "pretraining/2",
    title = "80, 10 and 10 of 100 hidden words",
    hints = {
      "There are two questions about each word, one after the other: is it chosen, and if so, what "
          + "becomes of it?",
      "The three fates share one random number. A second number for the second fate would change "
          + "its share.",
      "If the token is FIRST_WORD or more and random.nextDouble() < 0.15, it is chosen. Then draw "
          + "one number: below 0.8 MASK, below 0.9 random.nextInt(FIRST_WORD, size), else nothing."
    },
    chinese =
        @Exercise.Chinese(
            title = "遮词的 80/10/10",
            hints = {
              "对每个词依次问两个问题：是否被选中？选中之后怎么处理？",
              "三种处理共用一个随机数。如果为第二种处理另取一个随机数，它的比例就变了。",
              "若词元不小于 FIRST_WORD 且 random.nextDouble() < 0.15，则选中；再取一个随机数：小于 0.8 换成 MASK，"
                  + "小于 0.9 换成 random.nextInt(FIRST_WORD, size)，否则保持不变。"
            }))
@DisplayName("Exercise 2: 80, 10 and 10 of 100 hidden words")
class WordHidingTest {

  private static final int SIZE = 13;
  private static final int COUNT = 400_000;

  /// Every fourth token is a mark, the others are the word 3.
  private static final int[] BEFORE =
      IntStream.range(0, COUNT).map(i -> i % 4 == 0 ? i / 4 % 3 : 3).toArray();

  private final int[] tokens = BEFORE.clone();
  private final boolean[] chosen = WordHiding.hide(tokens, SIZE, new SplittableRandom(1));

  private int count(IntPredicate which) {
    return (int) IntStream.range(0, COUNT).filter(which).count();
  }

  /// Within five deviations of a binomial count.
  private static void assertShare(String what, int count, int of, double share) {
    double deviation = Math.sqrt(share * (1 - share) / of);
    double actual = (double) count / of;
    assertThat(Math.abs(actual - share))
        .withFailMessage("%s: expected %.1f %% but was %.1f %%", what, 100 * share, 100 * actual)
        .isLessThan(5 * deviation);
  }

  @Test
  @DisplayName("marks are neither chosen nor changed, and what was not chosen stays")
  void untouched() {
    int marks =
        count(i -> BEFORE[i] < WordHiding.FIRST_WORD && (chosen[i] || tokens[i] != BEFORE[i]));
    assertThat(marks)
        .withFailMessage("marks that were chosen or changed: expected none but were %d", marks)
        .isZero();
    int others = count(i -> !chosen[i] && tokens[i] != BEFORE[i]);
    assertThat(others)
        .withFailMessage("places changed that are not chosen: expected none but were %d", others)
        .isZero();
  }

  @Test
  @DisplayName("15 % of the words are chosen")
  void share() {
    assertShare("chosen of the words", count(i -> chosen[i]), COUNT / 4 * 3, .15);
  }

  /// A word that is drawn is the word 3 again once in ten times.
  @Test
  @DisplayName("80 % of these are masked, 10 % swapped, 10 % left")
  void fates() {
    int all = count(i -> chosen[i]);
    assertShare("masked of the chosen", count(i -> chosen[i] && tokens[i] == 1), all, .8);
    assertShare("other words of the chosen", count(i -> chosen[i] && tokens[i] > 3), all, .09);
    assertShare("same words of the chosen", count(i -> chosen[i] && tokens[i] == 3), all, .11);
  }

  @Test
  @DisplayName("a word is swapped for any word, the last among them, and for no mark")
  void words() {
    int marks = count(i -> chosen[i] && (tokens[i] == 0 || tokens[i] == 2));
    assertThat(marks)
        .withFailMessage("words swapped for [PAD] or [CLS]: expected none but were %d", marks)
        .isZero();
    int outside = count(i -> tokens[i] >= SIZE);
    assertThat(outside)
        .withFailMessage("tokens that do not exist: expected none but were %d", outside)
        .isZero();
    int swapped = count(i -> chosen[i] && tokens[i] != 1 && tokens[i] != 3);
    assertShare(
        "the last word of those swapped", count(i -> tokens[i] == SIZE - 1), swapped, 1 / 9.0);
  }

  @Test
  @DisplayName("what is drawn follows from the random numbers that were given, and from no others")
  void seeded() {
    int[] again = BEFORE.clone();
    WordHiding.hide(again, SIZE, new SplittableRandom(1));
    assertThat(Arrays.equals(again, tokens))
        .withFailMessage("the same seed twice: expected the same tokens but they differ")
        .isTrue();
    int[] other = BEFORE.clone();
    WordHiding.hide(other, SIZE, new SplittableRandom(2));
    assertThat(Arrays.equals(other, tokens))
        .withFailMessage("another seed: expected other tokens but they are the same")
        .isFalse();
  }

  @Test
  @DisplayName(
      "the word of a text of one word is chosen no more often, and nothing in a text of none")
  void small() {
    int texts = 20_000;
    SplittableRandom random = new SplittableRandom(3);
    int some =
        (int)
            IntStream.range(0, texts)
                .filter(_ -> WordHiding.hide(new int[] {2, 5, 0}, SIZE, random)[1])
                .count();
    assertShare("texts of one word in which it is chosen", some, texts, .15);
    assertThat(WordHiding.hide(new int[] {2, 0}, SIZE, random))
        .withFailMessage("a text without words: expected nothing to be chosen but a mark was")
        .containsOnly(false);
  }
}
