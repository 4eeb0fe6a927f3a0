package workbook.dataquality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A table of buckets for each band.
final class BandPairs {

  private BandPairs() {}

  /// Cuts each signature into bands of so many rows: with 2 rows, places 0 and 1 are the first
  /// band, 2 and 3 the second. Two documents are a pair if there is a band in which all of their
  /// rows are equal.
  ///
  /// @param signatures one of each document, all of one length; they are not changed
  /// @return each pair once, the smaller number first
  /// @throws IllegalArgumentException if rows would be left over at the end, and never be used,
  ///   even if there is one document only
  static Set<Pair> of(long[][] signatures, int rows) {
    Set<Pair> pairs = new HashSet<>();
    int length = signatures.length == 0 ? 0 : signatures[0].length;
    if (length % rows != 0) {
      throw new IllegalArgumentException("%d rows do not divide %d".formatted(rows, length));
    }
    for (int from = 0; from < length; from += rows) {
      Map<List<Long>, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < signatures.length; i++) {
        long[] band = Arrays.copyOfRange(signatures[i], from, from + rows);
        List<Long> key = Arrays.stream(band).boxed().toList();
        List<Integer> bucket = buckets.computeIfAbsent(key, _ -> new ArrayList<>());
        for (int other : bucket) {
          pairs.add(new Pair(other, i));
        }
        bucket.add(i);
      }
    }
    return pairs;
  }
}
