package workbook.embeddings;

import workbook.exercise.Todo;

/// Subsampling of frequent words (Mikolov and others, 2013).
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
  /// @param counts how often each word comes, once at least; they stay as they are
  /// @param threshold what share of the text is still rare
  /// @return right to 1e-12
  static double[] kept(long[] counts, double threshold) {
    return Todo.todo("embeddings/2");
  }
}
