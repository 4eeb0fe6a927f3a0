package workbook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import workbook.exercise.Exercise;

/// The learner sees: `[the pieces of wantun] expected: ["[UNK]"] but was: ["want", "##un"]`
///
/// Looks up the piece and puts the mark before it afterwards. So a token for the beginning of a
/// word is taken inside one.
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
      int end = word.length();
      while (end > start && !known(word.substring(start, end), vocabulary)) {
        end--;
      }
      if (end == start) {
        return List.of("[UNK]");
      }
      pieces.add((start == 0 ? "" : "##") + word.substring(start, end));
      start = end;
    }
    return pieces;
  }

  private static boolean known(String piece, Set<String> vocabulary) {
    return vocabulary.contains(piece) || vocabulary.contains("##" + piece);
  }
}
