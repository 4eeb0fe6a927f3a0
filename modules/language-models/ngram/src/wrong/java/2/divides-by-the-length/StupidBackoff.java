package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[the score of 0 1] expected: 0.5 but was: 0.1`
///
/// The share of the n-gram in the whole text, and not of what follows its context.
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
        return factor * count / length;
      }
      factor *= STEP;
    }
    return factor * counts.count(gram[gram.length - 1]) / length;
  }
}
