package workbook.kernels;

import workbook.exercise.Todo;

/// Four sums instead of one: a processor can do four additions at once, if none waits for another.
final class FourSums {

  private FourSums() {}

  /// The sum of all `x[i] * y[i]`. Element i goes to the partial sum number i modulo 4, by one
  /// [Math#fma], in the order of i. The result is (s0 + s2) + (s1 + s3).
  ///
  /// @throws IllegalArgumentException if the arrays are not of the same length
  static float dot(float[] x, float[] y) {
    return Todo.todo("kernels/1");
  }
}
