package workbook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import workbook.exercise.Exercise;

/// The learner sees: `[the pieces of unwanted] expected: ["un", "##want", "##ed"] but was: ["u",
/// "##n", "##w", "##ant", "##ed"]`
///
/// Takes the first token that fits instead of the longest.
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
final class WordPiece {

  private WordPiece() {}

  static List<String> cut(String word, Set<String> vocabulary) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      int end = start + 1;
      while (end <= word.length() && !vocabulary.contains(token(word, start, end))) {
        end++;
      }
      if (end > word.length()) {
        return List.of("[UNK]");
      }
      pieces.add(token(word, start, end));
      start = end;
    }
    return pieces;
  }

  private static String token(String word, int start, int end) {
    return (start == 0 ? "" : "##") + word.substring(start, end);
  }
}
