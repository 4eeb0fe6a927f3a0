package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

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
      "Where no beginning is a token the whole word becomes [UNK], and the pieces found so far are"
          + " thrown away. Cut at code points, not at chars."
    })
@DisplayName("Exercise 4: the longest token first")
class WordPieceTest {

  /// The vocabulary of BERT's own test, `tokenization_test.py` in google-research/bert, and from
  /// `##w` on shorter tokens that must not be taken.
  private static final Set<String> BERT =
      Set.of("want", "##want", "##ed", "wa", "un", "runn", "##ing", "##w", "u", "##n", "##ant");

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
  @DisplayName("there is no way back: a word that could be cut may be unknown")
  void greedy() {
    // a + ##bc would do. But ab is longer than a, and leaves a c without a token.
    assertPieces("abc", Set.of("a", "ab", "##bc"), "[UNK]");
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
