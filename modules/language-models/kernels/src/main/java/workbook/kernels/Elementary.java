package workbook.kernels;

/// The functions of training, from the operations that vectors have: multiply-add, division,
/// comparison, and bits moved about. [VectorElementary] is the same, line by line, for whole
/// vectors; so both give the same bits.
///
/// The coefficients come from `src/test/resources/workbook/kernels/polynomials.py`.
final class Elementary {

  static final float LOG2_E = 1.442695f;
  static final float LN_2 = 0.6931472f;
  static final float LN_2_REST = -1.9046542e-9f; // ln 2 less its float

  /// 1.5 * 2^23. A float of this size has no binary places left: adding it rounds to an integer.
  static final float ROUND = 12_582_912f;

  static final float EXP_2 = 0.49999994f;
  static final float EXP_3 = 0.16666521f;
  static final float EXP_4 = 0.04166839f;
  static final float EXP_5 = 0.00836871f;
  static final float EXP_6 = 0.0013814613f;

  /// Below it the quotient of [#tanh] would lose digits.
  static final float TANH_SMALL = 0.625f;

  static final float TANH_3 = -0.33333284f;
  static final float TANH_5 = 0.13331491f;
  static final float TANH_7 = -0.053743497f;
  static final float TANH_9 = 0.020650588f;
  static final float TANH_11 = -0.005717045f;

  static final float TAIL = 0.2404163f; // 0.34 / sqrt 2
  static final float TAIL_1 = 0.09007383f;
  static final float TAIL_2 = 0.15253071f;
  static final float TAIL_3 = -0.14302146f;
  static final float TAIL_4 = 0.6055987f;
  static final float TAIL_5 = -0.62549794f;
  static final float TAIL_6 = 0.543808f;
  static final float TAIL_7 = -0.12349187f;
  static final float DENSITY = 0.3989423f; // 1 / sqrt(2 pi)

  private Elementary() {}

  /// e^x = 2^n * e^r, with the integer n nearest to x / ln 2 and the rest |r| < 0.35, where a
  /// polynomial is enough.
  static float exp(float x) {
    // Outside of these bounds the result is 0 or infinite.
    float bounded = Math.min(Math.max(x, -104), 89);
    float shifted = Math.fma(bounded, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = Math.fma(n, -LN_2_REST, Math.fma(n, -LN_2, bounded));
    float p = Math.fma(EXP_6, r, EXP_5);
    p = Math.fma(p, r, EXP_4);
    p = Math.fma(p, r, EXP_3);
    p = Math.fma(p, r, EXP_2);
    float power = Math.fma(p, r * r, r) + 1;
    // 2^n in two steps: alone it may be too large or too small for a float when the result is not.
    int exponent = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUND);
    int half = exponent >> 1;
    return power * powerOf2(half) * powerOf2(exponent - half);
  }

  /// 2^n, written into the exponent of a float.
  private static float powerOf2(int n) {
    return Float.intBitsToFloat((n + 127) << 23);
  }

  /// 1 - 2 / (e^2x + 1) for the size of x, a polynomial where x is small; then the sign.
  static float tanh(float x) {
    float size = Math.abs(x);
    float large = 1 - 2 / (exp(2 * size) + 1);
    float u = size * size;
    float p = Math.fma(TANH_11, u, TANH_9);
    p = Math.fma(p, u, TANH_7);
    p = Math.fma(p, u, TANH_5);
    p = Math.fma(p, u, TANH_3);
    float small = Math.fma(p * u, size, size);
    return Math.copySign(size < TANH_SMALL ? small : large, x);
  }

  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  /// x * Phi(x), where Phi(x) is the probability that a standard normal number is below x: the
  /// exact GELU, not the approximation by tanh.
  static float gelu(float x) {
    return x * normal(x, exp(-0.5f * x * x));
  }

  /// The derivative of [#gelu]: Phi(x) + x * phi(x), phi being the normal density.
  static float geluGradient(float x) {
    float density = exp(-0.5f * x * x);
    return Math.fma(x, DENSITY * density, normal(x, density));
  }

  /// Phi(x) from e^(-x^2/2): for the tail a polynomial in 1 / (1 + 0.24 |x|), as in Abramowitz and
  /// Stegun 7.1.26, with two terms more.
  private static float normal(float x, float density) {
    float t = 1 / Math.fma(TAIL, Math.abs(x), 1);
    float p = Math.fma(TAIL_7, t, TAIL_6);
    p = Math.fma(p, t, TAIL_5);
    p = Math.fma(p, t, TAIL_4);
    p = Math.fma(p, t, TAIL_3);
    p = Math.fma(p, t, TAIL_2);
    p = Math.fma(p, t, TAIL_1);
    float tail = p * t * density;
    return x < 0 ? tail : 1 - tail;
  }
}
