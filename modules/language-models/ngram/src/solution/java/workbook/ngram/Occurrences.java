package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// Each place is looked at by itself, so n-grams that overlap are all counted; and the sum over all
/// n-grams is the number of places, which the probabilities rely on.
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
      }
    }
    return count;
  }
}
