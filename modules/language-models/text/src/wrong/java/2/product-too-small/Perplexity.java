package workbook.text;

import workbook.exercise.Exercise;

/// The learner sees: `[the perplexity of 2000 symbols of 3.0 bits] expected: 8.0 but was: Infinity`
///
/// By the definition, and it underflows: 2000 symbols of 3 bits have a probability of 2^-6000.
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
    if (bits.length == 0) {
      throw new IllegalArgumentException();
    }
    double product = 1;
    for (double b : bits) {
      product *= Math.pow(2, -b);
    }
    return Math.pow(1 / product, 1.0 / bits.length);
  }
}
