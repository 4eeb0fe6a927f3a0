package workbook.inference;

import workbook.exercise.Todo;

/// Numbers of 8 bits for a row of weights.
final class Absmax {

  private Absmax() {}

  /// A row in 8 bits: a weight is about `scale` times its number.
  record Row(float scale, byte[] numbers) {}

  /// Rounds a row: the scale is the largest absolute weight divided by 127, and a number is the
  /// weight divided by the scale, rounded to the nearest whole number; a half goes to the even one,
  /// as in NumPy and PyTorch. A row of zeros has the scale 0 and the numbers 0.
  ///
  /// @param weights one or more, finite. They stay as they are
  static Row rounded(float[] weights) {
    return Todo.todo("inference/3");
  }
}
