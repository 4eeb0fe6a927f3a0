package workbook.paralleltraining;

import java.util.function.IntFunction;

/// Sums in a tree: (0 + 1) + (2 + 3). Float addition is not associative; with one fixed tree it
/// does not matter which worker adds which branch, as long as each adds a whole one.
final class Pairwise {

  private Pairwise() {}

  /// @param terms made when they are needed; the sum is written into them
  static float[] sum(int count, IntFunction<float[]> terms) {
    return sum(0, count, terms);
  }

  private static float[] sum(int from, int to, IntFunction<float[]> terms) {
    if (to - from == 1) {
      return terms.apply(from);
    }
    int middle = (from + to) >>> 1;
    float[] left = sum(from, middle, terms);
    float[] right = sum(middle, to, terms);
    for (int i = 0; i < left.length; i++) {
      left[i] += right[i];
    }
    return left;
  }
}
