package workbook.inference;

import workbook.kernels.FloatKernels;
import workbook.transformer.Activation;

/// The weights of one block, and what is done to one place with them.
///
/// @param gate of as many outputs as `up`, or null where there is none
record Layer(
    RowNorm first,
    Affine query,
    Affine key,
    Affine value,
    Affine output,
    RowNorm second,
    Affine gate,
    Affine up,
    Affine down,
    Activation activation) {

  private static final float SLOPE = (float) (2 * Math.sqrt(2 / Math.PI));

  /// The feed-forward network.
  float[] think(float[] x) {
    float[] hidden = up.apply(x);
    if (gate == null) {
      return down.apply(bent(hidden));
    }
    float[] open = bent(gate.apply(x));
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] *= open[i];
    }
    return down.apply(hidden);
  }

  /// The activation, in place.
  private float[] bent(float[] x) {
    switch (activation) {
      case RELU -> {
        for (int i = 0; i < x.length; i++) {
          x[i] = Math.max(x[i], 0);
        }
      }
      case GELU -> FloatKernels.best().gelu(x, x, 0, x.length);
      case SILU -> gate(x, x.clone());
      case GELU_TANH -> {
        float[] inner = new float[x.length];
        for (int i = 0; i < x.length; i++) {
          inner[i] = SLOPE * (x[i] + 0.044715f * x[i] * x[i] * x[i]);
        }
        gate(x, inner);
      }
    }
    return x;
  }

  /// x · σ(y): SiLU with y = x, GELU's tanh form with y = 2 √(2/π) (x + 0.044715 x³).
  private static void gate(float[] x, float[] y) {
    FloatKernels.best().sigmoid(y, y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      x[i] *= y[i];
    }
  }

  /// How many products of two numbers one place takes, attention aside.
  long products() {
    return query.products()
        + key.products()
        + value.products()
        + output.products()
        + (gate == null ? 0 : gate.products())
        + up.products()
        + down.products();
  }
}
