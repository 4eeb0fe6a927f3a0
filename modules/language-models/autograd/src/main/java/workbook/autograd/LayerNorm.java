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
    float[] scales = new float[z.length / n];
    kernels.each(
        scales.length,
        z.length,
        (one, from, to) -> {
          for (int row = from; row < to; row++) {
            scales[row] = normalise(one, x.data(), row * n, n, epsilon, z);
          }
        });
    if (x.hasGradient()) {
      toRows(kernels, x, gain.data(), dy, z, scales);
    }
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

  private static void toRows(
      FloatKernels kernels, Tensor x, float[] gain, float[] dy, float[] z, float[] scales) {
    int n = gain.length;
    boolean first = x.takesFirst();
    float[] dx = x.gradient();
    kernels.each(
        scales.length,
        z.length,
        (one, from, to) -> {
          float[] dz = new float[n];
          for (int row = from; row < to; row++) {
            int start = row * n;
            for (int j = 0; j < n; j++) {
              dz[j] = dy[start + j] * gain[j];
            }
            float shift = one.sum(dz, 0, n) / n;
            float stretch = one.dot(dz, 0, z, start, n) / n;
            float scale = scales[row];
            for (int j = 0; j < n; j++) {
              float found = (dz[j] - shift - z[start + j] * stretch) * scale;
              dx[start + j] = first ? found : dx[start + j] + found;
            }
          }
        });
  }

  /// Writes the normalised row to the same place of `z`.
  ///
  /// @return 1 / deviation
  private static float normalise(
      FloatKernels kernels, float[] x, int start, int n, float epsilon, float[] z) {
    float mean = kernels.sum(x, start, start + n) / n;
    for (int j = start; j < start + n; j++) {
      z[j] = x[j] - mean;
    }
    float variance = kernels.dot(z, start, z, start, n) / n;
    float scale = 1 / (float) Math.sqrt(variance + epsilon);
    for (int j = start; j < start + n; j++) {
      z[j] *= scale;
    }
    return scale;
  }
}
