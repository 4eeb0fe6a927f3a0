package workbook.text;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Perplexity from bits.
@Exercise(
    id = "text/2",
    title = "Perplexity from bits",
    hints = {
      "A model that hesitates between 8 equal choices every time spends how many bits on each? And"
          + " what must come out?",
      "Perplexity undoes the logarithm. Which logarithm was taken?",
      "Add up the bits, divide by their number, and raise 2 to that. Do not multiply the"
          + " probabilities: a product of a thousand of them is 0 in a double."
    })
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
