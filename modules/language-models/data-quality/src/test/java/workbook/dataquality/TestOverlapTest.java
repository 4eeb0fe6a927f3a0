package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "data-quality/4",
    title = "Cut out the test",
    hints = {
      "Two passes: first find out of each word whether it is in a shared run, then collect what is"
          + " left. Runs overlap, so do not cut while you search.",
      "Put all runs of n words of each test into a set of lists. A run of the document that is in"
          + " it marks all n of its words. No run goes from one test text into the next.",
      "boolean[] shared. For i with i + n <= words.size(): if runs.contains(words.subList(i, i +"
          + " n)), set shared[i] to shared[i + n - 1] to true. Then walk with from = 0: at a shared"
          + " word, and at the end, the piece is words.subList(from, i) if it is not empty and has"
          + " shortest words or more; from = i + 1."
    },
    chinese =
        @Exercise.Chinese(
            title = "剪掉测试题",
            hints = {
              "分两遍：先判断每个词是否属于共有的片段，再收集剩下的词。片段会重叠，所以不要边找边剪。",
              "把每篇测试文本的所有 n 词片段放进由列表组成的集合。文档中的片段若在集合里，就标记它的全部 n 个词。片段不能跨两篇测试文本。",
              "boolean[] shared。对满足 i + n <= words.size() 的 i：若 runs.contains(words.subList(i, i + n))，把"
                  + " shared[i] 到 shared[i + n - 1] 设为 true。然后从 from = 0 开始走：遇到共有的词或到末尾时，若"
                  + " words.subList(from, i) 非空且不少于 shortest 个词，就是一段；再令 from = i + 1。"
            }))
@DisplayName("Exercise 4: cut out the test")
class TestOverlapTest {

  private static void assertPieces(
      List<String> expected, String document, List<String> tests, int n, int shortest) {
    assertThat(TestOverlap.pieces(document, tests, n, shortest))
        .as("pieces of '%s' with the tests %s, n = %d, shortest %d", document, tests, n, shortest)
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("a document that shares nothing stays whole")
  void nothing() {
    assertPieces(List.of("a b c d"), "a b c d", List.of("x y z"), 2, 1);
    assertPieces(List.of("a b c d"), "a b c d", List.of(), 2, 1);
  }

  @Test
  @DisplayName("a run in the middle leaves two pieces, at an end one, everywhere none")
  void places() {
    assertPieces(List.of("a b", "e f"), "a b c d e f", List.of("x c d y"), 2, 1);
    assertPieces(List.of("c d"), "a b c d", List.of("a b"), 2, 1);
    assertPieces(List.of("a b"), "a b c d", List.of("c d"), 2, 1);
    assertPieces(List.of(), "a b c d", List.of("a b c d"), 2, 1);
  }

  @Test
  @DisplayName("a run of fewer than n words is chance, and stays")
  void shorter() {
    assertPieces(List.of("a b c d e f"), "a b c d e f", List.of("x c d y"), 3, 1);
    assertPieces(List.of("a b c d"), "a b c d", List.of("b c"), 3, 1);
    assertPieces(List.of("a b"), "a b", List.of("a b"), 3, 1);
  }

  @Test
  @DisplayName("a run may be one word")
  void oneWord() {
    assertPieces(List.of("a", "c"), "a b c", List.of("b"), 1, 1);
  }

  @Test
  @DisplayName("a run of more than n words goes whole")
  void longer() {
    assertPieces(List.of("a", "g"), "a b c d e f g", List.of("b c d e f"), 3, 1);
    assertPieces(List.of("a", "f"), "a b c d e f", List.of("b c d", "c d e"), 3, 1);
  }

  @Test
  @DisplayName("every place where it stands is cut out")
  void twice() {
    assertPieces(List.of("a", "b", "c"), "a x y b x y c", List.of("x y"), 2, 1);
  }

  @Test
  @DisplayName("two equal pieces are two")
  void equalPieces() {
    assertPieces(List.of("a", "a"), "a x y a", List.of("x y"), 2, 1);
  }

  /// "Aa" and "BB" have one hash code, 31 · 65 + 97 = 31 · 66 + 66.
  @Test
  @DisplayName("the same words in another order, or with the same hash code, are another run")
  void order() {
    assertPieces(List.of("b a c"), "b a c", List.of("a b"), 2, 1);
    assertPieces(List.of("Aa x"), "Aa x", List.of("BB x"), 2, 1);
  }

  @Test
  @DisplayName("a word is compared as it stands: capitals count, and no sign has a meaning")
  void literally() {
    assertPieces(List.of("A b c"), "A b c", List.of("a b"), 2, 1);
    assertPieces(List.of("axc d e"), "axc d e", List.of("a.c d"), 2, 1);
    assertPieces(List.of("a | b"), "a | b", List.of("x y"), 2, 1);
  }

  @Test
  @DisplayName("the end of one test and the beginning of the next are no run")
  void acrossTests() {
    assertPieces(List.of("a b c d"), "a b c d", List.of("x a b", "c d y"), 4, 1);
    assertPieces(List.of("a b c d"), "a b c d", List.of("x b", "c y"), 2, 1);
  }

  @Test
  @DisplayName("a word that only begins like one of the test is another word")
  void words() {
    assertPieces(List.of("a bc d"), "a bc d", List.of("a b", "c d"), 2, 1);
    assertPieces(List.of("a b c d"), "a b c d", List.of("xa bx"), 2, 1);
    assertPieces(List.of("over all day"), "over all day", List.of("overall day"), 2, 1);
  }

  @Test
  @DisplayName("pieces that are too short are dropped, a whole document, too")
  void tooShort() {
    assertPieces(List.of("d e f"), "a x y d e f", List.of("x y"), 2, 3);
    assertPieces(List.of("a b c"), "a b c x y d", List.of("x y"), 2, 3);
    assertPieces(List.of(), "a b", List.of("x y"), 2, 3);
  }

  @Test
  @DisplayName("between two words that are cut out there is no piece, even if any length will do")
  void noEmptyPiece() {
    assertPieces(List.of("a b", "e f"), "a b c d e f", List.of("c d"), 2, 0);
  }
}
