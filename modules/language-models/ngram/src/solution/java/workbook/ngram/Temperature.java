package workbook.ngram;

import java.util.Arrays;

/// Divided by the largest first, the largest power is 1: the sum is never 0, however cold it is. By
/// the logarithm, because 1/T overflows for the smallest T, and `Math.pow(1, infinity)` is not 1.
/// And a p of 0 is asked for by itself: -∞/∞ is no number.
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
      powers[i] =
          probabilities[i] == 0
              ? 0
              : Math.exp(Math.log(probabilities[i] / probabilities[likeliest]) / temperature);
    }
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
