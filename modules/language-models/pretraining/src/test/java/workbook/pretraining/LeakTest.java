package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.DefaultLocale;

@Exercise(
    id = "pretraining/5",
    title = "A test that leaks into the text",
    hints = {
      "A test question seldom stands alone in the text: it is quoted within a longer document. "
          + "What is to be compared, if not whole documents?",
      "Cut documents into lists of words, in small letters. Does any run of n words of the test "
          + "stand in the document? How long is the run if the test has fewer words?",
      "length = Math.min(n, test.size()). Drop the document if for some i Collections.indexOfSubList"
          + "(document, test.subList(i, i + length)) is 0 or more."
    },
    chinese =
        @Exercise.Chinese(
            title = "测试题泄漏进预训练文本",
            hints = {
              "测试题很少单独成篇，常常是被引用在更长的文档里。如果不比较整篇，该比较什么？",
              "把文档转成小写并切成词的列表。测试题里任意连续 n 个词是否出现在文档中？如果测试题不足 n 个词，片段取多长？",
              "length = Math.min(n, test.size())。若存在某个 i，使 Collections.indexOfSubList(文档,"
                  + " test.subList(i, i + length)) 不小于 0，就丢弃该文档。"
            }))
@DisplayName("Exercise 5: a test that leaks into the text")
class LeakTest {

  private static final String TEST = "the cats that the bird sees sleep";

  @Test
  @DisplayName("a document that is the test is dropped, and one that has nothing of it stays")
  void whole() {
    assertClean(List.of(TEST, "a frog sings"), List.of(TEST), 3, "a frog sings");
    assertClean(List.of("a", "b", "c"), List.of("b"), 3, "a", "c");
  }

  @Test
  @DisplayName(
      "so is one in which three words of it stand, at its beginning, within, or at its end")
  void part() {
    assertClean(List.of("who knows the cats that sing"), List.of(TEST), 3);
    assertClean(List.of("I say that the bird flies"), List.of(TEST), 3);
    assertClean(List.of("what the old bird sees sleep"), List.of(TEST), 3);
  }

  @Test
  @DisplayName("two words are not enough, nor three with another in between")
  void less() {
    assertClean(
        List.of("the cats sing that the bird", "the cats , that sing"),
        List.of("x the cats that sleep"),
        3,
        "the cats sing that the bird",
        "the cats , that sing");
    assertClean(List.of("the cats"), List.of(TEST), 3, "the cats");
  }

  @Test
  @DisplayName("the same words in another order are not enough")
  void order() {
    assertClean(List.of("cats the that sing"), List.of(TEST), 3, "cats the that sing");
  }

  @Test
  @DisplayName("every test counts, and by itself: no run goes from one into the next")
  void tests() {
    List<String> tests = List.of("a frog sings", "the bird sees");
    assertClean(
        List.of("so the bird sees", "frog sings the bird"), tests, 3, "frog sings the bird");
  }

  @Test
  @DisplayName("what stays is as it was, and as often")
  void stays() {
    assertClean(
        List.of("A  Frog sings", "b", "A  Frog sings"),
        List.of(TEST),
        3,
        "A  Frog sings",
        "b",
        "A  Frog sings");
  }

  @Test
  @DisplayName("capital letters and more space hide nothing")
  void spelling() {
    assertClean(List.of("Now The  CATS\nthat sing"), List.of(TEST), 3);
    assertClean(List.of("now the cats that sing"), List.of("THE CATS that"), 3);
    assertClean(List.of("now cats sing"), List.of(" cats\tsing "), 3);
  }

  /// In Turkish the small letter of I is ı.
  @Test
  @DisplayName("capital letters are the same in every country")
  void turkish() {
    try (DefaultLocale _ = DefaultLocale.of("tr-TR")) {
      assertClean(List.of("THE BIRD SINGS"), List.of("the bird sings"), 3);
    }
  }

  @Test
  @DisplayName("a test of fewer words than n counts as a whole")
  void small() {
    assertClean(
        List.of("he said cats sleep again", "cats sing"), List.of("cats sleep"), 5, "cats sing");
  }

  @Test
  @DisplayName("words are whole words")
  void words() {
    assertClean(List.of("concatenate"), List.of("cat"), 1, "concatenate");
    assertClean(
        List.of("the cats thatch roofs"), List.of("the cats that"), 3, "the cats thatch roofs");
    assertClean(List.of("tomcats sing here"), List.of("cats sing here"), 3, "tomcats sing here");
    assertClean(List.of("the cat sthat"), List.of("the cats that"), 3, "the cat sthat");
  }

  private static void assertClean(
      List<String> pretraining, List<String> test, int n, String... expected) {
    List<String> actual = Leak.clean(pretraining, test, n);
    assertThat(actual)
        .withFailMessage(
            "clean(%s, %s, %d): expected %s but was %s",
            pretraining, test, n, List.of(expected), actual)
        .containsExactly(expected);
  }
}
