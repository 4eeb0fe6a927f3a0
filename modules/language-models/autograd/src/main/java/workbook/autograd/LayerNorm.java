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

  /// @param z room for one row
  /// @param dz room for one row
  static void passBack(
      FloatKernels kernels,
      Tensor x,
      Tensor gain,
      Tensor bias,
      float epsilon,
      Tensor y,
      float[] z,
      float[] dz) {
    int n = z.length;
    float[] dy = y.gradient();
    float[] gains = gain.data();
    for (int start = 0; start < dy.length; start += n) {
      float scale = normalise(kernels, x.data(), start, epsilon, z);
      for (int j = 0; j < n; j++) {
        dz[j] = dy[start + j] * gains[j];
      }
      if (x.hasGradient()) {
        float[] dx = x.gradient();
        float shift = kernels.sum(dz, 0, n) / n;
        float stretch = kernels.dot(dz, 0, z, 0, n) / n;
        for (int j = 0; j < n; j++) {
          dx[start + j] += (dz[j] - shift - z[j] * stretch) * scale;
        }
      }
      if (gain.hasGradient()) {
        float[] dGain = gain.gradient();
        for (int j = 0; j < n; j++) {
          dGain[j] += dy[start + j] * z[j];
        }
      }
      if (bias.hasGradient()) {
        float[] dBias = bias.gradient();
        for (int j = 0; j < n; j++) {
          dBias[j] += dy[start + j];
        }
      }
    }
  }

  /// Writes the normalised row to `z`.
  ///
  /// @return 1 / deviation
  private static float normalise(
      FloatKernels kernels, float[] x, int start, float epsilon, float[] z) {
    int n = z.length;
    float mean = kernels.sum(x, start, start + n) / n;
    for (int j = 0; j < n; j++) {
      z[j] = x[start + j] - mean;
    }
    float variance = kernels.dot(z, 0, z, 0, n) / n;
    float scale = 1 / (float) Math.sqrt(variance + epsilon);
    for (int j = 0; j < n; j++) {
      z[j] *= scale;
    }
    return scale;
  }
}
