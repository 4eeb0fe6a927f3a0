package workbook.embeddings;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `kept((90, 10), 0.1): expected 0.333, 1.000 but was 1.000, 1.000`
///
/// A long divided by a long: every share is 0, and everything is kept.
@Exercise(
    id = "embeddings/2",
    title = "Fewer of the frequent words",
    hints = {
      "How often a word comes is its share of all words: its count, divided by the sum of "
          + "the counts.",
      "The share that is kept is the root of threshold / share. What does that give for a "
          + "rare word?",
      "A probability is 1 at most: min(1, sqrt(threshold / share)), with the division done "
          + "in double."
    })
final class Subsampling {

  private Subsampling() {}

  static double[] kept(long[] counts, double threshold) {
    long total = Arrays.stream(counts).sum();
    double[] kept = new double[counts.length];
    for (int word = 0; word < kept.length; word++) {
      double share = counts[word] / total;
      kept[word] = Math.min(1, Math.sqrt(threshold / share));
    }
    return kept;
  }
}
