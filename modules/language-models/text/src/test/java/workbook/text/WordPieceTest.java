package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "text/4",
    title = "The longest token first",
    hints = {
      "At the start of a word, which token do you try first, and which if that is not one?",
      "Try the whole rest of the word, then one character less, and so on; inside a word the token"
          + " you look for begins with ##.",
      "With start = 0, as long as start < word.length(): let end go from word.length() down, by"
          + " end = word.offsetByCodePoints(end, -1), while end > start, and look word.substring(start,"
          + " end) up, with ## before it unless start is 0. The first one that is in the vocabulary is"
          + " a piece, with its ##; go on with start = end. If none is, return List.of(\"[UNK]\")."
    },
    chinese =
        @Exercise.Chinese(
            title = "最长词元优先",
            hints = {
              "在词的开头先试哪个词元？如果词表里没有，再试哪个？",
              "先试剩下的整个部分，再逐次减少一个字符；在词的内部，要找的词元以 ## 开头。",
              "令 start = 0，只要 start < word.length()：end 从 word.length() 起，"
                  + "每次 end = word.offsetByCodePoints(end, -1)，直到 end 等于 start；"
                  + "查 word.substring(start, end)，start 不为 0 时前面加 ##。"
                  + "第一个在词表里的就是一个片段（连同 ##），然后令 start = end。"
                  + "一个都没有，就返回 List.of(\"[UNK]\")。"
            }))
@DisplayName("Exercise 4: the longest token first")
class WordPieceTest {

  /// The vocabulary of BERT's own test, `tokenization_test.py` in google-research/bert, and from
  /// `##w` on shorter tokens that must not be taken.
  private static final Set<String> BERT =
      vocabulary("u", "wa", "un", "want", "runn", "##w", "##n", "##ed", "##ant", "##ing", "##want");

  /// In this order also for who goes through it; that of `Set.of` differs from run to run.
  private static Set<String> vocabulary(String... tokens) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(tokens)));
  }

  @Test
  @DisplayName("BERT's own test: unwanted, running, unwantedX")
  void bert() {
    assertPieces("unwanted", BERT, "un", "##want", "##ed");
    assertPieces("running", BERT, "runn", "##ing");
    assertPieces("unwantedX", BERT, "[UNK]");
  }

  @Test
  @DisplayName("a token for the beginning of a word does not fit inside one, nor the other way")
  void mark() {
    assertPieces("wantun", BERT, "[UNK]");
    assertPieces("ed", BERT, "[UNK]");
  }

  @Test
  @DisplayName("## in a word is text: its token has the mark before it as well")
  void markInTheWord() {
    assertPieces("a##b", Set.of("a", "##b"), "[UNK]");
    assertPieces("a##b", Set.of("a", "####b"), "a", "####b");
  }

  @Test
  @DisplayName("there is no way back: a word that could be cut may be unknown")
  void greedy() {
    // a + ##bc would do. But ab is longer than a, and leaves a c without a token.
    assertPieces("abc", Set.of("a", "ab", "##bc"), "[UNK]");
  }

  @Test
  @DisplayName("a word is cut as it stands: neither case nor accents are changed")
  void asItStands() {
    assertPieces("Unwanted", BERT, "[UNK]");
    assertPieces("UN", vocabulary("un", "UN"), "UN");
    assertPieces("café", vocabulary("cafe", "caf", "##e"), "[UNK]");
    assertPieces("café", vocabulary("cafe", "caf", "##e", "##é"), "caf", "##é");
  }

  @Test
  @DisplayName("a word of 300 characters")
  void longWord() {
    List<String> pieces = WordPiece.cut("ab".repeat(150), vocabulary("a", "ab", "##ab"));
    assertThat(pieces.size()).as("how many pieces 150 times ab has").isEqualTo(150);
  }

  @Test
  @DisplayName("Chinese, and characters of two chars")
  void characters() {
    assertPieces("语言模型", Set.of("语言", "##模", "##型"), "语言", "##模", "##型");
    // 🙂 and 🙃 begin with the same char, which is a token of nothing.
    assertPieces("🙂🙃", Set.of("🙂", "##🙃", "\uD83D", "##\uD83D"), "🙂", "##🙃");
    assertPieces("🙂", Set.of("\uD83D", "##\uDE42"), "[UNK]");
  }

  private static void assertPieces(String word, Set<String> vocabulary, String... pieces) {
    assertThat(WordPiece.cut(word, vocabulary))
        .as("the pieces of %s", word)
        .isEqualTo(List.of(pieces));
  }
}
