package workbook.ngram;

import java.util.Arrays;

/// Divided by the largest first, the largest power is 1: the sum is never 0, however cold it is.
/// And 0 is asked for by itself, because `Math.pow(0, 0)` is 1.
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
              : Math.pow(probabilities[i] / probabilities[likeliest], 1 / temperature);
    }
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
