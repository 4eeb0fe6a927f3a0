package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[how often 0 1 is in 0 1 2 0 1] expected: 2 but was: 1`
///
/// Off by one: the n-gram that ends the text is not counted.
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

  static int count(int[] text, int... gram) {
    int count = 0;
    for (int i = 0; i < text.length - gram.length; i++) {
      if (Arrays.equals(text, i, i + gram.length, gram, 0, gram.length)) {
        count++;
      }
    }
    return count;
  }
}
