package workbook.dataquality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Locality-sensitive hashing of signatures: a signature is cut into bands, and two documents are
/// candidates if they agree in all rows of at least one band. So each document is compared with few
/// others, and not with all.
record Bands(int bands, int rows) {

  /// The probability that two sets become candidates.
  ///
  /// @param similarity their Jaccard similarity
  double probability(double similarity) {
    return 1 - StrictMath.pow(1 - StrictMath.pow(similarity, rows), bands);
  }

  /// The similarity about which the probability rises from little to much.
  double threshold() {
    return StrictMath.pow(1.0 / bands, 1.0 / rows);
  }

  /// All pairs that agree in a band.
  SortedSet<Pair> candidates(List<long[]> signatures) {
    SortedSet<Pair> pairs = new TreeSet<>();
    for (int band = 0; band < bands; band++) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int document = 0; document < signatures.size(); document++) {
        List<Integer> bucket =
            buckets.computeIfAbsent(key(signatures.get(document), band), _ -> new ArrayList<>());
        for (int other : bucket) {
          pairs.add(new Pair(other, document));
        }
        bucket.add(document);
      }
    }
    return pairs;
  }

  /// One number for the rows of a band, and for which band it is.
  long key(long[] signature, int band) {
    long key = band;
    for (int row = band * rows; row < (band + 1) * rows; row++) {
      key = Shingles.mix(key ^ signature[row]) + row;
    }
    return key;
  }
}
