package workbook.embeddings;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Subsampling of frequent words (Mikolov and others, 2013).
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

  /// With which probability each occurrence of a word is kept. A word like `the` stands near every
  /// other and says little about any; most of its occurrences are left out before pairs are made.
  ///
  /// A word whose share of the text is f is left out with the probability 1 - sqrt(threshold / f),
  /// and never if that is negative.
  ///
  /// `kept((90, 10), 0.1)` is (1/3, 1): nine tenths of the text are the first word.
  ///
  /// @param counts how often each word comes, once at least
  /// @param threshold what share of the text is still rare
  static double[] kept(long[] counts, double threshold) {
    return Todo.todo("embeddings/2");
  }
}
