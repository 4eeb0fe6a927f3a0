package workbook.ngram;

import workbook.exercise.Todo;

/// Predict the count.
final class Occurrences {

  private Occurrences() {}

  /// How often an n-gram is in a text, as a model counts it: in `aaa`, `aa` is twice.
  ///
  /// @param gram one symbol or more
  static int count(int[] text, int... gram) {
    return Todo.todo("ngram/1");
  }
}
