package workbook.embeddings;

import workbook.exercise.Todo;

/// The other model of word2vec: the words around a place foretell the word in it.
final class Cbow {

  private Cbow() {}

  /// Learns from one place. The mean m of the vectors of the words around it is to have a high
  /// product with the right word there, and a low one with random ones: the loss is -log σ(m·c) for
  /// the first of `others`, and -log σ(-m·c) for each that follows. Both tables take a step of
  /// plain gradient descent.
  ///
  /// @param words a row for each word, for when it stands around a place; changed by this
  /// @param contexts a row for each word, for when it stands in the place; changed by this
  /// @param around the words around the place, one at least; one may be there twice
  /// @param others the right word, then random ones
  /// @return the loss before the step; finite, however wrong the model is
  static double step(float[][] words, float[][] contexts, int[] around, int[] others, float rate) {
    return Todo.todo("embeddings/4");
  }
}
