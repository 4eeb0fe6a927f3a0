package workbook.ngram;

import java.util.Arrays;

/// Both are the same thought: what was seen r times takes the place of what was seen r + 1 times.
final class GoodTuring {

  private GoodTuring() {}

  static double unseen(int... seen) {
    if (seen.length == 0) {
      throw new IllegalArgumentException("nothing was seen");
    }
    return (double) kinds(1, seen) / Arrays.stream(seen).asLongStream().sum();
  }

  static double expected(int r, int... seen) {
    long more = kinds(r + 1, seen);
    return more == 0 ? r : (r + 1.0) * more / kinds(r, seen);
  }

  private static long kinds(int r, int... seen) {
    return Arrays.stream(seen).filter(times -> times == r).count();
  }
}
