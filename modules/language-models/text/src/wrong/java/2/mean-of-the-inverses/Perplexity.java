package workbook.text;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[the perplexity of 1 bit and of 3 bits] expected: 4.0 but was: 5.0`
///
/// The arithmetic mean of 1/p, in which one surprise outweighs everything.
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
    return Arrays.stream(bits)
        .map(b -> Math.pow(2, b))
        .average()
        .orElseThrow(IllegalArgumentException::new);
  }
}
