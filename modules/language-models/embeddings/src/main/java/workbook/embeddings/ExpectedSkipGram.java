package workbook.embeddings;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Negative sampling without the sampling: what [SkipGram] does on average, from the counts alone
/// and in double.
///
/// A word with a context comes with the chance P(w, c), as a random one k times with P(w) P(c). So
/// the loss is the sum over all w, c of -P(w, c) log σ(w·c) - k P(w) P(c) log σ(-w·c). Each product
/// w·c has a term of its own, which is least where P(w, c) / (k P(w) P(c)) = e^(w·c): where w·c =
/// PMI - log k (Levy and Goldberg, 2014).
final class ExpectedSkipGram {

  private final int width;
  private final double[][] together;
  private final double[][] byChance;
  private final double[] parameters;

  /// @param k how many random contexts there are for each
  /// @param width enough of them, and every table of products can be had
  ExpectedSkipGram(CoOccurrences counts, double k, int width, RandomGenerator random) {
    this.width = width;
    double[] ofWords = counts.ofWords();
    double[] ofContexts = counts.ofContexts();
    double total = Arrays.stream(ofWords).sum();
    together = new double[counts.words()][counts.contexts()];
    byChance = new double[counts.words()][counts.contexts()];
    for (int w = 0; w < counts.words(); w++) {
      for (int c = 0; c < counts.contexts(); c++) {
        together[w][c] = counts.counts()[w][c] / total;
        byChance[w][c] = k * ofWords[w] / total * ofContexts[c] / total;
      }
    }
    parameters = new double[(counts.words() + counts.contexts()) * width];
    Arrays.setAll(parameters, _ -> random.nextDouble() - 0.5);
  }

  /// The vectors of the words, then those of the contexts.
  double[] parameters() {
    return parameters;
  }

  double product(int word, int context) {
    double product = 0;
    for (int j = 0; j < width; j++) {
      product += parameters[word * width + j] * parameters[ofContext(context) + j];
    }
    return product;
  }

  private int ofContext(int context) {
    return (together.length + context) * width;
  }

  double loss() {
    double loss = 0;
    for (int w = 0; w < together.length; w++) {
      for (int c = 0; c < together[w].length; c++) {
        double x = product(w, c);
        loss -= together[w][c] * SkipGram.logSigmoid(x) + byChance[w][c] * SkipGram.logSigmoid(-x);
      }
    }
    return loss;
  }

  double[] gradient() {
    double[] gradient = new double[parameters.length];
    for (int w = 0; w < together.length; w++) {
      for (int c = 0; c < together[w].length; c++) {
        double error =
            (together[w][c] + byChance[w][c]) * SkipGram.sigmoid(product(w, c)) - together[w][c];
        for (int j = 0; j < width; j++) {
          gradient[w * width + j] += error * parameters[ofContext(c) + j];
          gradient[ofContext(c) + j] += error * parameters[w * width + j];
        }
      }
    }
    return gradient;
  }

  void descend(int steps, double rate) {
    for (int step = 0; step < steps; step++) {
      double[] gradient = gradient();
      for (int i = 0; i < gradient.length; i++) {
        parameters[i] -= rate * gradient[i];
      }
    }
  }
}
