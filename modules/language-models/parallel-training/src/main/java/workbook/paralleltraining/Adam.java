package workbook.paralleltraining;

/// AdamW on some elements of a vector, by the same formula and to the same bits as
/// [workbook.autograd.AdamW]: it knows no other element, so each worker can do its own part.
///
/// @param mean of the gradients
/// @param square the mean of their squares
record Adam(float[] mean, float[] square) {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float EPSILON = 1e-8f;

  /// Moves `mean.length` elements of `x`, from index `at`, against those of `g` from index `of`.
  ///
  /// @param step which one it is, from 1
  void move(float[] x, int at, float[] g, int of, int step) {
    float keep = (float) (1 - Setup.RATE * Setup.DECAY);
    float length = (float) (Setup.RATE / (1 - StrictMath.pow(BETA1, step)));
    float scale = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(BETA2, step)));
    for (int i = 0; i < mean.length; i++) {
      float gradient = g[of + i];
      mean[i] = (float) BETA1 * mean[i] + (float) (1 - BETA1) * gradient;
      square[i] = (float) BETA2 * square[i] + (float) (1 - BETA2) * gradient * gradient;
      float root = (float) Math.sqrt(square[i]) * scale;
      x[at + i] = keep * x[at + i] - length * mean[i] / (root + EPSILON);
    }
  }
}
