package workbook.statespace;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A short filter over time, one for each channel, that sees a place and those before it, as one
/// operation: y[t][e] = bias[e] + sum over k of weight[k][e] x[t - k][e].
final class CausalConvolution {

  private CausalConvolution() {}

  /// @param x `[batch, time, E]`
  /// @param weight `[K, E]`, for the place itself first
  /// @param bias `[E]`
  static Tensor apply(Tape t, Tensor x, Tensor weight, Tensor bias) {
    int time = x.size(1);
    int width = x.size(2);
    int taps = weight.size(0);
    Tensor y = t.outputToSet("causalConvolution", x.shape(), x, weight, bias);
    float[] in = x.data();
    float[] w = weight.data();
    float[] out = y.data();
    for (int place = 0; place < x.size(0) * time; place++) {
      int at = place * width;
      System.arraycopy(bias.data(), 0, out, at, width);
      for (int k = 0; k < taps && k <= place % time; k++) {
        int from = at - k * width;
        for (int e = 0; e < width; e++) {
          out[at + e] += w[k * width + e] * in[from + e];
        }
      }
    }
    y.onBackward(() -> {
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      float[] dw = weight.gradient();
      float[] db = bias.gradient();
      for (int place = 0; place < x.size(0) * time; place++) {
        int at = place * width;
        for (int e = 0; e < width; e++) {
          db[e] += dy[at + e];
        }
        for (int k = 0; k < taps && k <= place % time; k++) {
          int from = at - k * width;
          for (int e = 0; e < width; e++) {
            dw[k * width + e] += dy[at + e] * in[from + e];
            dx[from + e] += dy[at + e] * w[k * width + e];
          }
        }
      }
    });
    return y;
  }
}
