package workbook.climbingstairs;

import java.util.Arrays;

/// The number of twos left is part of the state: a table with a row for each. It only adds, so it
/// fits a `long` as long as its result does; products of binomials on the way would not.
final class AtMostTwos {

  private AtMostTwos() {}

  static long ways(int n, int k) {
    Height.check(n);
    Height.check(k);
    int most = Math.min(k, n / 2);
    long[] below = new long[most + 1];
    long[] here = new long[most + 1];
    Arrays.fill(here, 1);
    for (int i = 1; i <= n; i++) {
      long[] next = new long[most + 1];
      for (int twos = 0; twos <= most; twos++) {
        next[twos] = here[twos] + (twos == 0 ? 0 : below[twos - 1]);
      }
      below = here;
      here = next;
    }
    return here[most];
  }
}
