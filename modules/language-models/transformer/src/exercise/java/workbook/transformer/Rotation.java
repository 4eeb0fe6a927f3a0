package workbook.transformer;

import workbook.exercise.Todo;

/// Rotary position embedding of one vector.
final class Rotation {

  private Rotation() {}

  /// Turns each pair of elements by an angle that grows with the position, as Hugging Face's LLaMA
  /// does: element i makes a pair with element i + d/2, and pair i turns by position ·
  /// base^(-2i/d). A pair (a, b) turned by an angle is (a cos - b sin, b cos + a sin).
  ///
  /// @param x of an even length d; it stays as it is
  /// @param position 0 or more
  /// @return a new vector, right to 1e-9
  static double[] of(double[] x, int position, double base) {
    return Todo.todo("transformer/4");
  }
}
