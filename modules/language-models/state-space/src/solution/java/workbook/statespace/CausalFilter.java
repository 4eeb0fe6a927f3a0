package workbook.statespace;

import java.util.Arrays;
import java.util.function.BinaryOperator;

/// The last that `kernel` and `u` can reach is place `kernel.length + u.length - 2`. On a circle
/// with one more place than that nothing comes round.
final class CausalFilter {

  private CausalFilter() {}

  static double[] filter(BinaryOperator<double[]> circular, double[] kernel, double[] u) {
    int size = kernel.length + u.length - 1;
    double[] y = circular.apply(Arrays.copyOf(kernel, size), Arrays.copyOf(u, size));
    return Arrays.copyOf(y, u.length);
  }
}
