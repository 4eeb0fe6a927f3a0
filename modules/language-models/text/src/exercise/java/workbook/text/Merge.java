package workbook.text;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// One merge of byte pairs.
@Exercise(
    id = "text/1",
    title = "One merge of byte pairs",
    hints = {
      "Read from left to right. What do you do where the pair stands, and where do you go on?",
      "Two pairs can share a token: of 1 1 1 the first two make the pair, and the third is alone.",
      "Write into a new array; at a pair, write the joined token and step over two tokens. Take"
          + " care at the last token, which has none after it."
    })
final class Merge {

  private Merge() {}

  /// The tokens with every `left` that is followed by a `right` joined with it to one `joined`,
  /// from left to right. A token that was joined is not joined again.
  ///
  /// `apply([1, 2, 3, 1, 2], 1, 2, 9)` is `[9, 3, 9]`. The array given is left as it is.
  static int[] apply(int[] tokens, int left, int right, int joined) {
    return Todo.todo("text/1");
  }
}
