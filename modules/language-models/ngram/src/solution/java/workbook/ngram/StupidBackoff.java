package workbook.ngram;

import java.util.Arrays;

/// A loop, and not a recursion with the factor outside: so it is plain that each step down costs
/// once more.
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
