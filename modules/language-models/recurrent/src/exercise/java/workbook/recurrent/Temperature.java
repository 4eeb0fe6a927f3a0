package workbook.recurrent;

import workbook.exercise.Todo;

/// Sampling with a temperature.
final class Temperature {

  private Temperature() {}

  /// The probabilities to draw the next symbol by: the softmax of the scores, each divided by the
  /// temperature. 1 leaves the model as it is, less makes it cautious, more makes it reckless.
  ///
  /// Each is right to 1e-12, however cold it is, and they add up to 1 as exactly.
  ///
  /// @param scores one or more finite numbers, which stay as they are
  /// @param temperature more than 0, also much less than 1
  static double[] distribution(float[] scores, double temperature) {
    return Todo.todo("recurrent/2");
  }
}
