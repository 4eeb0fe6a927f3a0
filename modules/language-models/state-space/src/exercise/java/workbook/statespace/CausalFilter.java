package workbook.statespace;

import java.util.function.BinaryOperator;
import workbook.exercise.Todo;

/// A long convolution, where only a circular one is at hand, as an FFT computes it.
final class CausalFilter {

  private CausalFilter() {}

  /// y[t] = sum over s of kernel[s] u[t - s], for all s from 0 to t for which there is a kernel[s].
  ///
  /// @param circular takes two arrays of one length, and gives their circular convolution: y[t] =
  ///   sum over s of x[s] u[(t - s) mod length]
  /// @param kernel shorter than `u`, as long, or longer; at least one number, as has `u`
  /// @return as many numbers as `u`
  static double[] filter(BinaryOperator<double[]> circular, double[] kernel, double[] u) {
    return Todo.todo("state-space/3");
  }
}
