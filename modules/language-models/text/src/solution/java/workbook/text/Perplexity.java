package workbook.text;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The mean is taken of the logarithms, so that nothing gets too small, and undone to the base that
/// they were taken to.
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
    double mean =
        Arrays.stream(bits)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("no symbol, no perplexity"));
    return Math.pow(2, mean);
  }
}
