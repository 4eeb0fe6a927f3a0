package workbook.embeddings;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// GloVe (Pennington and others, 2014): the product of two vectors and two biases is to be the
/// logarithm of how often the words come together. All counts are there from the start; pairs that
/// never came do not count at all.
///
/// The loss is the sum of f(X) (w·c + b + b' - log X)², where f gives rare pairs less weight.
public final class Glove {

  static final double MOST = 100;
  static final double POWER = 0.75;

  private final CoOccurrences counts;
  private final int width;
  private final double[] parameters;
  private final double[] squares;

  /// @param parameters a row for each word, then one for each context, then a bias for each word
  ///   and one for each context
  Glove(CoOccurrences counts, int width, double... parameters) {
    this.counts = counts;
    this.width = width;
    this.parameters = parameters;
    this.squares = new double[parameters.length];
  }

  static Glove random(CoOccurrences counts, int width, RandomGenerator random) {
    double[] parameters = new double[(counts.words() + counts.contexts()) * (width + 1)];
    Arrays.setAll(parameters, _ -> (random.nextDouble() - 0.5) / width);
    return new Glove(counts, width, parameters);
  }

  /// A pair that came [#MOST] times has the full weight, and so has any that came more often.
  static double weight(double count) {
    return Math.min(1, StrictMath.pow(count / MOST, POWER));
  }

  double[] parameters() {
    return parameters;
  }

  private int contextRow(int context) {
    return (counts.words() + context) * width;
  }

  private int wordBias(int word) {
    return (counts.words() + counts.contexts()) * width + word;
  }

  private int contextBias(int context) {
    return wordBias(counts.words()) + context;
  }

  /// What the model has in place of log X.
  double predicted(int word, int context) {
    double sum = parameters[wordBias(word)] + parameters[contextBias(context)];
    for (int j = 0; j < width; j++) {
      sum += parameters[word * width + j] * parameters[contextRow(context) + j];
    }
    return sum;
  }

  double loss() {
    double loss = 0;
    for (int w = 0; w < counts.words(); w++) {
      for (int c = 0; c < counts.contexts(); c++) {
        double count = counts.counts()[w][c];
        if (count > 0) {
          double error = predicted(w, c) - StrictMath.log(count);
          loss += weight(count) * error * error;
        }
      }
    }
    return loss;
  }

  double[] gradient() {
    double[] gradient = new double[parameters.length];
    for (int w = 0; w < counts.words(); w++) {
      for (int c = 0; c < counts.contexts(); c++) {
        double count = counts.counts()[w][c];
        if (count > 0) {
          double slope = 2 * weight(count) * (predicted(w, c) - StrictMath.log(count));
          for (int j = 0; j < width; j++) {
            gradient[w * width + j] += slope * parameters[contextRow(c) + j];
            gradient[contextRow(c) + j] += slope * parameters[w * width + j];
          }
          gradient[wordBias(w)] += slope;
          gradient[contextBias(c)] += slope;
        }
      }
    }
    return gradient;
  }

  /// One step over all counts, by AdaGrad (Duchi and others, 2011): the longer the way that a
  /// number has come, the shorter its steps.
  void step(double rate) {
    double[] gradient = gradient();
    for (int i = 0; i < gradient.length; i++) {
      squares[i] += gradient[i] * gradient[i];
      parameters[i] -= rate * gradient[i] / (Math.sqrt(squares[i]) + 1e-10);
    }
  }

  /// The vectors of the words. The authors add to each that of the word as a context; then words
  /// that come together are near each other too, king and reign, and not only words of like use.
  float[][] vectors() {
    float[][] vectors = new float[counts.words()][width];
    for (int w = 0; w < vectors.length; w++) {
      for (int j = 0; j < width; j++) {
        vectors[w][j] = (float) parameters[w * width + j];
      }
    }
    return vectors;
  }
}
