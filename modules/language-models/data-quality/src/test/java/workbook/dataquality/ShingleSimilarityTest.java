package workbook.dataquality;

import static workbook.topictest.Near.assertNear;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "data-quality/1",
    title = "How alike are two texts?",
    hints = {
      "Three steps: words of a text, shingles of words, and two sets compared. Write down the"
          + " shingles of 'a b c d' for n = 2 before you begin.",
      "A set holds each shingle once, however often it stands in the text. Lists of words can be"
          + " elements of a HashSet; words glued to one string can be mistaken for others.",
      "Words: Pattern.compile(\"[\\\\p{L}\\\\p{M}\\\\p{N}]+\").matcher(text.toLowerCase(Locale.ROOT)) and its"
          + " results(). For i from 0 to Math.max(0, words.size() - n), both included, add"
          + " words.subList(i, Math.min(words.size(), i + n)) to a HashSet; no words, no shingle."
          + " Then retainAll for those in both, addAll for those in either, and 1 if there are"
          + " none."
    },
    chinese =
        @Exercise.Chinese(
            title = "两篇文本有多像？",
            hints = {
              "分三步：文本切成词，词组成 shingle，再比较两个集合。动手之前，先写出 n = 2 时“a b c d”的 shingle。",
              "集合中每个 shingle 只出现一次，不管它在文本里出现多少次。词的列表可以放进 HashSet；把词直接拼成一个字符串，可能与别的混淆。",
              "词：Pattern.compile(\"[\\\\p{L}\\\\p{M}\\\\p{N}]+\").matcher(text.toLowerCase(Locale.ROOT)) 的"
                  + " results()。i 从 0 到 Math.max(0, words.size() - n)（含两端），把 words.subList(i,"
                  + " Math.min(words.size(), i + n)) 加入 HashSet；没有词就没有 shingle。交集用"
                  + " retainAll，并集用 addAll；并集为空时返回 1。"
            }))
@DisplayName("Exercise 1: how alike are two texts?")
class ShingleSimilarityTest {

  private static void assertSimilarity(double expected, String a, String b, int n) {
    String what = "similarity of '%s' and '%s' by %d words".formatted(a, b, n);
    assertNear(what, expected, ShingleSimilarity.of(a, b, n), 1e-9);
    assertNear(what + ", exchanged", expected, ShingleSimilarity.of(b, a, n), 1e-9);
  }

  /// ab bc cd and ab bc ce: two of four. abc bcd and abc bce: one of three. Of one word: three of
  /// five.
  @ParameterizedTest
  @CsvSource({"1, 0.6", "2, 0.5", "3, 0.333333333333", "4, 0"})
  @DisplayName("four words, the last of which differs")
  void last(int n, double expected) {
    assertSimilarity(expected, "a b c d", "a b c e", n);
  }

  @Test
  @DisplayName("a text and itself are equal, and two that share nothing are not alike")
  void ends() {
    assertSimilarity(1, "the river runs to the sea", "the river runs to the sea", 3);
    assertSimilarity(0, "the river runs to the sea", "a hen sleeps under an old bridge", 3);
  }

  /// {no} and {no, yes}: one of two, although it stands three times.
  @Test
  @DisplayName("a shingle counts once, however often it stands there")
  void once() {
    assertSimilarity(.5, "no no no", "no yes", 1);
  }

  /// 31 · 97 + 110 = 31 · 99 + 48, so the lists (a, n) and (c, 0) have one hash code.
  @Test
  @DisplayName("the same words in another order, or with the same hash code, are another shingle")
  void order() {
    assertSimilarity(0, "a b", "b a", 2);
    assertSimilarity(0, "a n", "c 0", 2);
  }

  /// {ab, bc} in {ab, bc, cd, de, ef, fg}: two of six.
  @Test
  @DisplayName("a part of a text is not equal to the whole")
  void part() {
    assertSimilarity(1 / 3.0, "a b c", "a b c d e f g", 2);
  }

  @Test
  @DisplayName("capitals, punctuation and white space do not count")
  void punctuation() {
    assertSimilarity(1, "The cat, (again)!", "the cat\t again", 2);
  }

  /// Of {page, 1} and {page, 2} one word of three is in both.
  @Test
  @DisplayName("digits are part of a word, and all other signs end it")
  void signs() {
    assertSimilarity(1 / 3.0, "page 1", "page 2", 1);
    assertSimilarity(1, "(a b c)", "a b c", 2);
    assertSimilarity(1, "snake_case", "snake case", 1);
    assertSimilarity(1, "1+1", "1 1", 2);
    assertSimilarity(1, "don't", "don t", 2);
  }

  @Test
  @DisplayName("letters of other scripts are letters")
  void scripts() {
    assertSimilarity(.2, "grün über naïve", "gr ber naïve", 1);
    assertSimilarity(0, "河流 城市", "山 人", 1);
    assertSimilarity(1, "ÜBER GRÜN", "über grün", 2);
  }

  /// U+20000 and U+20001 are two chars each, and U+0301 is the accent of the e before it.
  @Test
  @DisplayName("rare characters are letters, and an accent does not end a word")
  void rare() {
    assertSimilarity(0, "\ud840\udc00", "\ud840\udc01", 1);
    assertSimilarity(0, "e\u0301a", "e a", 2);
  }

  @Test
  @DisplayName("where a word ends makes a difference")
  void boundaries() {
    assertSimilarity(0, "over all", "overall", 2);
    assertSimilarity(0, "a bc", "ab c", 2);
  }

  @Test
  @DisplayName("a text of fewer than n words is one shingle")
  void shorter() {
    assertSimilarity(1, "only two", "Only two.", 3);
    assertSimilarity(0, "only two", "only three", 3);
    assertSimilarity(0, "only two", "only two more", 3);
  }

  @Test
  @DisplayName("texts without words are equal to each other, and to no other")
  void empty() {
    assertSimilarity(1, "", " ?! ", 3);
    assertSimilarity(0, "", "a word", 3);
  }
}
