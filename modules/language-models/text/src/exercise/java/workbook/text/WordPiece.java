package workbook.text;

import java.util.List;
import java.util.Set;
import workbook.exercise.Todo;

/// The longest token first: how BERT cuts a word.
final class WordPiece {

  private WordPiece() {}

  /// The pieces of a word: the longest token that it begins with, then the longest that the rest
  /// begins with, and so on. A token inside a word is in the vocabulary with `##` before it. A word
  /// that cannot be cut so is the one piece `[UNK]`.
  ///
  /// With `un`, `##aff` and `##able`, `unaffable` is `[un, ##aff, ##able]`.
  ///
  /// @param word not empty, of any length; cut as it stands, without a change of case or accents
  static List<String> cut(String word, Set<String> vocabulary) {
    return Todo.todo("text/4");
  }
}
