package workbook.embeddings;

/// The mean divides by the number of words, so its gradient does too. The loop over `around` gives
/// a word as many shares as it has places.
final class Cbow {

  private Cbow() {}

  static double step(float[][] words, float[][] contexts, int[] around, int[] others, float rate) {
    int width = words[0].length;
    float[] mean = new float[width];
    for (int word : around) {
      for (int j = 0; j < width; j++) {
        mean[j] += words[word][j] / around.length;
      }
    }
    float[] gradient = new float[width];
    float[] errors = new float[others.length];
    double loss = 0;
    for (int i = 0; i < others.length; i++) {
      double product = 0;
      for (int j = 0; j < width; j++) {
        product += (double) mean[j] * contexts[others[i]][j];
      }
      errors[i] = (float) (SkipGram.sigmoid(product) - (i == 0 ? 1 : 0));
      loss -= SkipGram.logSigmoid(i == 0 ? product : -product);
    }
    for (int i = 0; i < others.length; i++) {
      for (int j = 0; j < width; j++) {
        gradient[j] += errors[i] * contexts[others[i]][j];
      }
    }
    for (int i = 0; i < others.length; i++) {
      for (int j = 0; j < width; j++) {
        contexts[others[i]][j] -= rate * errors[i] * mean[j];
      }
    }
    for (int word : around) {
      for (int j = 0; j < width; j++) {
        words[word][j] -= rate * gradient[j] / around.length;
      }
    }
    return loss;
  }
}
