package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The counts are the index of a book: they say how many pages each first move takes, so whole
/// chapters are skipped without being read. One table, then at most n moves.
final class NthWay {

  private NthWay() {}

  static List<Integer> at(Steps steps, int n, BigInteger index) {
    Height.check(n);
    BigInteger[] ways = new BigInteger[n + 1];
    ways[0] = BigInteger.ONE;
    for (int i = 1; i <= n; i++) {
      ways[i] = BigInteger.ZERO;
      for (int size : steps.sizes()) {
        ways[i] = size <= i ? ways[i].add(ways[i - size]) : ways[i];
      }
    }
    if (index.signum() < 0 || index.compareTo(ways[n]) >= 0) {
      throw new IndexOutOfBoundsException(
          "there are %d ways, and none with index %d".formatted(ways[n], index));
    }
    List<Integer> moves = new ArrayList<>();
    int left = n;
    BigInteger rest = index;
    while (left > 0) {
      for (int size : steps.sizes()) {
        BigInteger above = size <= left ? ways[left - size] : BigInteger.ZERO;
        if (rest.compareTo(above) < 0) {
          moves.add(size);
          left -= size;
          break;
        }
        rest = rest.subtract(above);
      }
    }
    return moves;
  }
}
