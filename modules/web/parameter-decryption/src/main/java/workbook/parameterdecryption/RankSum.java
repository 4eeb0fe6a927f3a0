package workbook.parameterdecryption;

import java.util.Arrays;

/// The test of Mann and Whitney, which asks for no shape of the distributions.
final class RankSum {

  private RankSum() {}

  /// The share of pairs of one of each in which that of `a` is the greater; ties count half. It is
  /// 1/2 where the two cannot be told apart.
  static double share(long[] a, long[] b) {
    long[] sorted = b.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (long value : a) {
      wins += (below(sorted, value) + below(sorted, value + 1)) / 2.0;
    }
    return wins / ((double) a.length * b.length);
  }

  /// What [#share] may differ from 1/2 by chance, as a standard deviation.
  static double deviation(int a, int b) {
    return Math.sqrt((a + b + 1) / (12.0 * a * b));
  }

  private static int below(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
