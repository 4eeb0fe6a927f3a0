package workbook.text;

import workbook.exercise.Todo;

/// One merge of byte pairs.
final class Merge {

  private Merge() {}

  /// The tokens with every `left` that is followed by a `right` joined with it to one `joined`,
  /// from left to right. A token that was joined is not joined again.
  ///
  /// `apply([1, 2, 3, 1, 2], 1, 2, 9)` is `[9, 3, 9]`. The array given is left as it is.
  ///
  /// @param tokens each 0 or more
  static int[] apply(int[] tokens, int left, int right, int joined) {
    return Todo.todo("text/1");
  }
}
