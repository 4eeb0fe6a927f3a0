package workbook.dataquality;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Signatures of sets: of each of many hash functions, the smallest value that it gives an element.
/// Two sets agree at a place with a probability that is their Jaccard similarity (Broder 1997).
final class MinHash {

  private final long[] seeds;

  /// @param functions how many hash functions
  /// @param seed all that are compared must have the same
  MinHash(int functions, long seed) {
    this.seeds = new SplittableRandom(seed).longs(functions).toArray();
  }

  long[] signature(long... shingles) {
    long[] least = new long[seeds.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles) {
      for (int i = 0; i < seeds.length; i++) {
        least[i] = Math.min(least[i], Shingles.mix(shingle ^ seeds[i]));
      }
    }
    return least;
  }

  /// The share of places at which two signatures agree. Its mean is the Jaccard similarity J, its
  /// standard deviation √(J (1 − J) / n).
  static double similarity(long[] a, long... b) {
    int equal = 0;
    for (int i = 0; i < a.length; i++) {
      equal += a[i] == b[i] ? 1 : 0;
    }
    return (double) equal / a.length;
  }
}
