package workbook.transformer;

import workbook.autograd.Tensor;

/// Positions as in the first transformer (Vaswani and others, 2017): sines and cosines of the
/// position, at wavelengths from 2π to 10000 · 2π.
///
/// Nothing is learned, so there is a row for every position. The dot product of two rows depends on
/// their distance only.
final class Sinusoidal {

  private Sinusoidal() {}

  /// A constant `[positions, width]`: the sine in the even columns, the cosine of the same angle in
  /// the odd ones.
  static Tensor table(int positions, int width) {
    float[] table = new float[positions * width];
    for (int position = 0; position < positions; position++) {
      for (int i = 0; i < width; i++) {
        double angle = position * frequency(i / 2, width, 10_000);
        double value = i % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
        table[position * width + i] = (float) value;
      }
    }
    return Tensor.constant(table, positions, width);
  }

  /// How far pair `pair` turns from one position to the next.
  static double frequency(int pair, int width, double base) {
    return StrictMath.pow(base, -2.0 * pair / width);
  }
}
