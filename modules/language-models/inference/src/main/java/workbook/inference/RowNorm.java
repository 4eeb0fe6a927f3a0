package workbook.inference;

import workbook.kernels.FloatKernels;

/// LayerNorm or RMSNorm of one row.
///
/// @param rms whether the mean stays
/// @param bias empty where there is none, as in RMSNorm
record RowNorm(boolean rms, float[] gain, float[] bias, float epsilon) {

  float[] apply(float[] x) {
    float[] y = new float[x.length];
    if (rms) {
      float square = FloatKernels.best().dot(x, 0, x, 0, x.length) / x.length;
      float scale = 1 / (float) Math.sqrt(square + epsilon);
      for (int i = 0; i < x.length; i++) {
        y[i] = x[i] * scale * gain[i];
      }
    } else {
      float[] shift = bias.length == 0 ? new float[x.length] : bias;
      FloatKernels.best().layerNorm(x, gain, shift, epsilon, y, 0, 1);
    }
    return y;
  }
}
