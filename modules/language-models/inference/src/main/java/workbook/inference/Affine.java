package workbook.inference;

/// y = W x + b.
///
/// @param bias empty where there is none
record Affine(Weights weights, float[] bias) {

  float[] apply(float[] x) {
    float[] y = new float[weights.outputs()];
    weights.multiply(x, y);
    for (int i = 0; i < bias.length; i++) {
      y[i] += bias[i];
    }
    return y;
  }

  long products() {
    return (long) weights.outputs() * weights.inputs();
  }
}
