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

  /// The activation, in place. SiLU is x · σ(x), GELU's tanh form x · σ(2 √(2/π) (x + 0.044715
  /// x³)).
  private float[] bent(float[] x) {
    float[] gates = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      gates[i] =
          switch (activation) {
            case SILU -> x[i];
            case GELU_TANH -> SLOPE * (x[i] + 0.044715f * x[i] * x[i] * x[i]);
            case RELU, GELU ->
                throw new IllegalArgumentException(
                    activation + " is in no decoder that is run here");
          };
    }
    FloatKernels.best().sigmoid(gates, gates, 0, gates.length);
    for (int i = 0; i < x.length; i++) {
      x[i] *= gates[i];
    }
    return x;
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
