package workbook.text;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[the perplexity of 3.0 bits a symbol] expected: 8.0 but was:
/// 20.085536923187668`
///
/// The logarithms were to base 2, and are undone to base e.
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

  static double of(double... bits) {
    return Math.exp(Arrays.stream(bits).average().orElseThrow(IllegalArgumentException::new));
  }
}
