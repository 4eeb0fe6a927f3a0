package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// A loop, and not a recursion with the factor outside: so it is plain that each step down costs
/// once more.
@Exercise(
    id = "ngram/2",
    title = "Stupid back-off",
    hints = {
      "What does a look at a shorter context cost, and what do two such looks cost?",
      "An n-gram that was counted has its count, divided by that of its context: of the n-gram"
          + " without its last symbol.",
      "Start with the longest context and a factor of 1. While the n-gram was not counted, drop the"
          + " oldest symbol and multiply the factor by 0.4. A single symbol is divided by the length"
          + " of the text."
    })
final class StupidBackoff {

  private static final double STEP = .4;

  private StupidBackoff() {}

  static double score(Counts counts, int length, int... gram) {
    double factor = 1;
    for (int first = 0; first < gram.length - 1; first++) {
      int count = counts.count(Arrays.copyOfRange(gram, first, gram.length));
      if (count > 0) {
        return factor * count / counts.count(Arrays.copyOfRange(gram, first, gram.length - 1));
      }
      factor *= STEP;
    }
    return factor * counts.count(gram[gram.length - 1]) / length;
  }
}
