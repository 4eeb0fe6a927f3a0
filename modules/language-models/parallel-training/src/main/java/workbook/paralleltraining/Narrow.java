package workbook.paralleltraining;

/// Floating-point formats of 16 bits, of which a processor of ours has none: a float is rounded to
/// the nearest number of the format, and of two that are equally near to the one whose last bit is
/// 0 (IEEE 754-2019, 4.3.1).
enum Narrow {
  /// A float without its last 16 bits: its range, and 8 bits of precision.
  BF16(7, -126, 0x1.FEp127),
  /// IEEE's binary16: 11 bits of precision, and nothing below 2⁻²⁴ or above 65504.
  FP16(10, -14, 65504);

  private final int fraction;
  private final int least;
  private final double largest;

  /// @param fraction how many bits are stored of a number's fraction
  /// @param least the exponent below which all numbers are multiples of one smallest
  Narrow(int fraction, int least, double largest) {
    this.fraction = fraction;
    this.least = least;
    this.largest = largest;
  }

  /// The nearest number of the format; infinite if that is beyond the largest.
  float round(float x) {
    if (!Float.isFinite(x)) {
      return x;
    }
    double step = Math.scalb(1.0, Math.max(Math.getExponent(x), least) - fraction);
    double rounded = Math.rint(x / step) * step;
    return Math.abs(rounded) > largest
        ? Math.copySign(Float.POSITIVE_INFINITY, x)
        : (float) rounded;
  }

  /// The smallest that is not 0.
  double smallest() {
    return Math.scalb(1.0, least - fraction);
  }

  /// As it is stored.
  short bits(float x) {
    return this == FP16
        ? Float.floatToFloat16(x)
        : (short) (Float.floatToIntBits(round(x)) >>> Short.SIZE);
  }

  /// What was stored.
  float value(short bits) {
    return this == FP16 ? Float.float16ToFloat(bits) : Float.intBitsToFloat(bits << Short.SIZE);
  }
}
