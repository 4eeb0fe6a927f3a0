package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[0.8 0.2 at temperature 0.5] expected: "0.941176 0.058824" but was: "0.640000
/// 0.040000"`
///
/// The powers are no probabilities yet.
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
    return Arrays.stream(probabilities).map(p -> Math.pow(p, 1 / temperature)).toArray();
  }
}
