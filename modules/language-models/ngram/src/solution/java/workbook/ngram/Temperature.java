package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// Divided by the largest first, the largest power is 1: the sum is never 0, however cold it is.
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
      throw new IllegalArgumentException(
          "the temperature must be 0 or more, and was " + temperature);
    }
    int likeliest = 0;
    for (int i = 1; i < probabilities.length; i++) {
      likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
    }
    double[] powers = new double[probabilities.length];
    if (temperature == 0) {
      powers[likeliest] = 1;
      return powers;
    }
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.pow(probabilities[i] / probabilities[likeliest], 1 / temperature);
    }
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
