package workbook.inference;

import workbook.exercise.Todo;

/// Beam search for texts of a fixed length.
final class Beams {

  private Beams() {}

  /// A model: the natural logarithm of the probability of every token to come next.
  @FunctionalInterface
  interface Next {
    double[] logs(int... tokens);
  }

  /// Searches for the most probable text. It starts from the empty text; in each step every text
  /// that was kept is continued with every token, and of all these the `beams` with the largest sum
  /// of logarithms are kept, or all if they are fewer. Of equal sums the one whose beginning stood
  /// first stands first, then the one with the lower token.
  ///
  /// The model is asked once for each text that was kept, and not for those of the full length.
  ///
  /// @param beams how many are kept, 1 or more
  /// @param length of the text, 1 or more; its probability may be too small for a `double`
  /// @return the best of the texts that were kept last
  static int[] best(Next next, int beams, int length) {
    return Todo.todo("inference/4");
  }
}
