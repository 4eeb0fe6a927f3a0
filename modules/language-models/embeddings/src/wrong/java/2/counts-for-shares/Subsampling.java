package workbook.embeddings;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `kept((90, 10), 0.1): expected 0.333, 1.000 but was 0.033, 0.100`
///
/// The count, and not its share: in a long text nothing would be kept.
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
    return Arrays.stream(counts)
        .mapToDouble(count -> Math.min(1, Math.sqrt(threshold / count)))
        .toArray();
  }
}
