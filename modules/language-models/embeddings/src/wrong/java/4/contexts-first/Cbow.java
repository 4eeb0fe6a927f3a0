package workbook.embeddings;

import workbook.exercise.Exercise;

/// The learner sees: `two words around: expected words[0] = 1.0672 but was 1.1396`
///
/// The gradient of the mean is taken with contexts that have been changed already.
@Exercise(
    id = "embeddings/4",
    title = "Continuous bag of words",
    hints = {
      "SkipGram.step does the same with one word where here is a mean. What is the "
          + "derivative of a mean by each of its parts?",
      "Each word around has the gradient of the mean, divided by how many there are. A word"
          + " that stands there twice has two shares of it.",
      "All gradients are those of the vectors before the step: add up the gradient of the "
          + "mean before the contexts are changed."
    })
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
        contexts[others[i]][j] -= rate * errors[i] * mean[j];
      }
    }
    for (int i = 0; i < others.length; i++) {
      for (int j = 0; j < width; j++) {
        gradient[j] += errors[i] * contexts[others[i]][j];
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
