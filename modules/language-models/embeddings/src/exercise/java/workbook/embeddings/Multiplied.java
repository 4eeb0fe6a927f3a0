package workbook.embeddings;

import workbook.exercise.Todo;

/// Analogies by 3CosMul (Levy and Goldberg, 2014).
final class Multiplied {

  private Multiplied() {}

  /// `a` is to `b` as `c` is to what? The answer is the word x for which
  ///
  /// s(x, b) · s(x, c) / (s(x, a) + 0.001)
  ///
  /// is largest, where s is the cosine moved from -1 … 1 to 0 … 1. The words of the question are no
  /// answer.
  ///
  /// @param vectors a row for each word, all of length 1
  /// @param a, b, c numbers of words
  /// @return the number of a word
  static int answer(double[][] vectors, int a, int b, int c) {
    return Todo.todo("embeddings/3");
  }
}
