package workbook.text;

import workbook.exercise.Todo;

/// Perplexity from bits.
final class Perplexity {

  private Perplexity() {}

  /// The perplexity of a model on a text: the geometric mean of 1/p over its symbols.
  ///
  /// @param bits for each symbol of the text its surprise in bits, -log2 p
  /// @throws IllegalArgumentException if there is none
  static double of(double... bits) {
    return Todo.todo("text/2");
  }
}
