package workbook.ngram;

import java.util.Arrays;

/// Each place is looked at by itself, so n-grams that overlap are all counted; and the sum over all
/// n-grams is the number of places, which the probabilities rely on.
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
