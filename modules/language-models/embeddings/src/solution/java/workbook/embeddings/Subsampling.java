package workbook.embeddings;

import java.util.Arrays;

/// The total is a double, so the share is one too. The cap is for the rare words: more than kept
/// they cannot be.
final class Subsampling {

  private Subsampling() {}

  static double[] kept(long[] counts, double threshold) {
    double total = Arrays.stream(counts).sum();
    double[] kept = new double[counts.length];
    for (int word = 0; word < kept.length; word++) {
      double share = counts[word] / total;
      kept[word] = Math.min(1, Math.sqrt(threshold / share));
    }
    return kept;
  }
}
