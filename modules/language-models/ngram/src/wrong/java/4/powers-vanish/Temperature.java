package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[0.5 0.3 0.2 at temperature 0.0005] expected: "1.000000 0.000000 0.000000"
/// but was: "NaN NaN NaN"`
///
/// To the power of 2000 all are 0 in a double, and so is their sum.
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

  static double[] apply(double[] probabilities, double temperature) {
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException("the temperature was " + temperature);
    }
    if (temperature == 0) {
      double[] certain = new double[probabilities.length];
      double largest = Arrays.stream(probabilities).max().orElseThrow();
      int likeliest = 0;
      while (probabilities[likeliest] < largest) {
        likeliest++;
      }
      certain[likeliest] = 1;
      return certain;
    }
    double[] powers = Arrays.stream(probabilities).map(p -> Math.pow(p, 1 / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
