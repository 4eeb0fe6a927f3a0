package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[how often 0 0 is in 0 0 0] expected: 2 but was: 1`
///
/// Goes on behind what it found, as String.replace and a search in an editor do.
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
    for (int i = 0; i + gram.length <= text.length; i++) {
      if (Arrays.equals(text, i, i + gram.length, gram, 0, gram.length)) {
        count++;
        i += gram.length - 1;
      }
    }
    return count;
  }
}
