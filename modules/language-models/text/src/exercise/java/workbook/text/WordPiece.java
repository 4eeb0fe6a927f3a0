package workbook.text;

import java.util.List;
import java.util.Set;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The longest token first: how BERT cuts a word.
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

  /// The pieces of a word: the longest token that it begins with, then the longest that the rest
  /// begins with, and so on. A token inside a word is in the vocabulary with `##` before it. A word
  /// that cannot be cut so is the one piece `[UNK]`.
  ///
  /// With `un`, `##aff` and `##able`, `unaffable` is `[un, ##aff, ##able]`.
  ///
  /// @param word not empty
  static List<String> cut(String word, Set<String> vocabulary) {
    return Todo.todo("text/4");
  }
}
