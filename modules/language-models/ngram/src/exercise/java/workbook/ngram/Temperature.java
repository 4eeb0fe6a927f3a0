package workbook.ngram;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Sampling with temperature.
@Exercise(
    id = "ngram/4",
    title = "Sampling with temperature",
    hints = {
      "At temperature 1 nothing changes. What happens to 0.8 and 0.2 when both are squared, and made"
          + " to add up to 1 again?",
      "Squaring makes the likely likelier: that is cold. So is the exponent the temperature, or one"
          + " by it?",
      "p^(1/T), divided by the sum of these. For T = 0 give all to the largest. Near 0 all powers"
          + " may be 0: divide every p by the largest first."
    })
final class Temperature {

  private Temperature() {}

  /// The probabilities at a temperature: each to the power of 1/temperature, made to add up to 1.
  /// At 1 they stay; below, the likely gets likelier; above, all come nearer to each other. At 0
  /// the likeliest symbol is certain, of several the first.
  ///
  /// @param probabilities add up to 1; left as they are
  /// @throws IllegalArgumentException if the temperature is negative or not a number
  static double[] apply(double[] probabilities, double temperature) {
    return Todo.todo("ngram/4");
  }
}
