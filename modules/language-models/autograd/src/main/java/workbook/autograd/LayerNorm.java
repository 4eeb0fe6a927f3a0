package workbook.autograd;

import workbook.kernels.FloatKernels;

/// The way back through a layer norm.
///
/// With z = (x - mean) / deviation the output is y = z · gain + bias, so dz = dy · gain, and
///
/// ```text
/// dx = (dz - mean(dz) - z · mean(dz · z)) / deviation
/// ```
///
/// The two terms that are taken off belong to the two things a row cannot do: shift all its z
/// together, for the mean is taken off, and stretch them, for they are divided by the deviation.
final class LayerNorm {

  /// As in PyTorch.
  static final float EPSILON = 1e-5f;

  private LayerNorm() {}

  /// @param z room for the normalised rows
  static void passBack(
      FloatKernels kernels,
      Tensor x,
      Tensor gain,
      Tensor bias,
      float epsilon,
      Tensor y,
      float[] z) {
    int n = gain.size();
    float[] dy = y.gradient();
    boolean first = x.hasGradient() && x.takesFirst();
    float[] dx = x.hasGradient() ? x.gradient() : new float[x.size()]; // The latter nobody reads.
    kernels.layerNormGradient(x.data(), gain.data(), epsilon, dy, z, dx, first, 0, x.size() / n);
    if (gain.hasGradient()) {
      float[] dGain = gain.gradient();
      kernels.each(
          n,
          z.length,
          (_, from, to) -> {
            for (int start = 0; start < z.length; start += n) {
              for (int j = from; j < to; j++) {
                dGain[j] += dy[start + j] * z[start + j];
              }
            }
          });
    }
    if (bias.hasGradient()) {
      float[] dBias = bias.gradient();
      kernels.each(
          n,
          z.length,
          (_, from, to) -> {
            for (int start = 0; start < z.length; start += n) {
              for (int j = from; j < to; j++) {
                dBias[j] += dy[start + j];
              }
            }
          });
    }
  }
}
