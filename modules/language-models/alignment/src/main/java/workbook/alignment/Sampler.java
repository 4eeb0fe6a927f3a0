package workbook.alignment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws outcomes of a known distribution.
final class Sampler {

  private final double[] upTo;

  /// @param logs the log-probability of each outcome
  Sampler(double... logs) {
    upTo = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += StrictMath.exp(logs[i]);
      upTo[i] = sum;
    }
  }

  int draw(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, at);
    // Where it is exactly on a bound, the outcome behind it is meant, for the first begins at 0.
    return found >= 0 ? found + 1 : -found - 1;
  }

  int[] draw(int count, RandomGenerator random) {
    int[] drawn = new int[count];
    Arrays.setAll(drawn, _ -> draw(random));
    return drawn;
  }
}
