package workbook.statespace;

import workbook.exercise.Todo;

/// RWKV's wkv, step by step, for keys of any size.
final class WeightedValues {

  private WeightedValues() {}

  /// At each place the mean of the values so far, in which the present one has the weight e^(u +
  /// k), the one before it e^k, the one before that e^(k - w), and so on, each with its own k. With
  /// a state of fixed size: it must not grow with the number of places.
  ///
  /// @param w more than 0
  /// @param k may be as large as 1e4, or as small as -1e4
  /// @return one for each place, all finite
  static double[] wkv(double w, double u, double[] k, double[] v) {
    return Todo.todo("state-space/5");
  }
}
