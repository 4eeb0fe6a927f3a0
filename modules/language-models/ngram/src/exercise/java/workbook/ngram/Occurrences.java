package workbook.ngram;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Predict the count.
@Exercise(
    id = "ngram/1",
    title = "Predict the count",
    hints = {
      "How often is aa in aaa? And where may the last n-gram of a text begin?",
      "Every place at which the n-gram could begin is one question, whatever was found before it.",
      "Begin at 0, 1, and so on up to text.length - gram.length, both included, and compare the"
          + " symbols from there on."
    })
final class Occurrences {

  private Occurrences() {}

  /// How often an n-gram is in a text, as a model counts it: in `aaa`, `aa` is twice.
  ///
  /// @param gram one symbol or more
  static int count(int[] text, int... gram) {
    return Todo.todo("ngram/1");
  }
}
