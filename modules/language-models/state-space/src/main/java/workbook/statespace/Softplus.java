package workbook.statespace;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// log(1 + e^x), which is more than 0 everywhere, as one operation.
final class Softplus {

  private Softplus() {}

  /// As max(x, 0) + log(1 + e^-|x|), so that no e^x overflows. Its derivative is the sigmoid.
  static Tensor apply(Tape t, Tensor x) {
    Tensor y = t.outputToSet("softplus", x.shape(), x);
    float[] in = x.data();
    float[] out = y.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = -Math.abs(in[i]);
    }
    t.kernels().exp(out, out, 0, out.length);
    for (int i = 0; i < in.length; i++) {
      out[i] = Math.max(in[i], 0) + log1p(out[i]);
    }
    y.onBackward(() -> {
      float[] slope = t.room(in.length);
      t.kernels().sigmoid(in, slope, 0, in.length);
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < in.length; i++) {
        dx[i] += dy[i] * slope[i];
      }
    });
    return y;
  }

  /// log(1 + z) for z from 0 to 1, where s = z / (2 + z) is 1/3 at most: 2 (s + s³/3 + s⁵/5 + …).
  /// The first term left out is 2 · 3^-17 / 17, less than a thousandth of the rounding.
  private static float log1p(float z) {
    float s = z / (2 + z);
    float q = s * s;
    float tail = 1 / 13f + q * (1 / 15f);
    tail = 1 / 9f + q * (1 / 11f + q * tail);
    tail = 1 / 5f + q * (1 / 7f + q * tail);
    return 2 * s * (1 + q * (1 / 3f + q * tail));
  }
}
