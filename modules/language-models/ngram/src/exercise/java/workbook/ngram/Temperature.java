package workbook.ngram;

import workbook.exercise.Todo;

/// Sampling with temperature.
final class Temperature {

  private Temperature() {}

  /// The probabilities at a temperature: each to the power of 1/temperature, made to add up to 1.
  /// At 1 they stay; below, the likely gets likelier; above, all come nearer to each other, but
  /// what has no chance gets none, even at an infinite temperature. At exactly 0 the likeliest
  /// symbol is certain, of several the first; at any temperature above, down to `Double.MIN_VALUE`,
  /// what was equally likely stays so.
  ///
  /// @param probabilities add up to 1; left as they are
  /// @return a new array, at 1 too
  /// @throws IllegalArgumentException if the temperature is negative or not a number
  static double[] apply(double[] probabilities, double temperature) {
    return Todo.todo("ngram/4");
  }
}
