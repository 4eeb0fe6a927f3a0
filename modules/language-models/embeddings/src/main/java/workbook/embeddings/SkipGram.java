package workbook.embeddings;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tensor;

/// Skip-gram with negative sampling: word2vec (Mikolov and others, 2013).
///
/// A word has a vector, and another one for when it stands around other words. Their product says
/// how likely the one is near the other. A pair from the text should get a high product, pairs of a
/// word with others drawn at random a low one.
public final class SkipGram {

  private final int width;
  private final float[] words;
  private final float[] contexts;

  /// @param words a row for each word
  /// @param contexts the same, for when it stands around others
  SkipGram(Tensor words, Tensor contexts) {
    this.width = words.size(1);
    this.words = words.data();
    this.contexts = contexts.data();
  }

  /// As the original starts: small random words, contexts of 0.
  static SkipGram random(int words, int width, RandomGenerator random) {
    return new SkipGram(
        Init.uniform(Tensor.parameter(words, width), 0.5 / width, random),
        Tensor.parameter(words, width));
  }

  /// Learns from one pair. The gradient of -log σ(w·c) by the product w·c is σ(w·c) - 1, that of
  /// -log σ(-w·n) is σ(w·n).
  ///
  /// @param others the right context first, then what was drawn at random
  /// @return the loss before it
  double step(int word, int[] others, float rate) {
    float[] errors = new float[others.length];
    double loss = 0;
    for (int i = 0; i < others.length; i++) {
      double product = product(word, others[i]);
      errors[i] = (float) (sigmoid(product) - (i == 0 ? 1 : 0));
      loss -= logSigmoid(i == 0 ? product : -product);
    }
    float[] gradient = new float[width];
    int w = word * width;
    for (int i = 0; i < others.length; i++) {
      int c = others[i] * width;
      for (int j = 0; j < width; j++) {
        gradient[j] += errors[i] * contexts[c + j];
      }
    }
    for (int i = 0; i < others.length; i++) {
      int c = others[i] * width;
      for (int j = 0; j < width; j++) {
        contexts[c + j] -= rate * errors[i] * words[w + j];
      }
    }
    for (int j = 0; j < width; j++) {
      words[w + j] -= rate * gradient[j];
    }
    return loss;
  }

  double product(int word, int context) {
    double product = 0;
    for (int j = 0; j < width; j++) {
      product += (double) words[word * width + j] * contexts[context * width + j];
    }
    return product;
  }

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /// log σ(x) = min(x, 0) - log(1 + e^-|x|), which is finite where σ(x) itself would be 0.
  static double logSigmoid(double x) {
    return Math.min(x, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /// Goes through all pairs of a text.
  ///
  /// @param negatives how many are drawn at random for each
  /// @param rate the first learning rate; it falls to 0 in a straight line
  /// @return the mean loss of each epoch
  double[] train(
      int[][] sentences,
      int window,
      int negatives,
      int epochs,
      double rate,
      RandomGenerator random) {
    Noise noise = new Noise(occurrences(sentences, words.length / width));
    double[] losses = new double[epochs];
    int[] others = new int[1 + negatives];
    for (int epoch = 0; epoch < epochs; epoch++) {
      long pairs = 0;
      for (int s = 0; s < sentences.length; s++) {
        int[] sentence = sentences[s];
        double done = (epoch + (double) s / sentences.length) / epochs;
        for (int i = 0; i < sentence.length; i++) {
          int last = Math.min(sentence.length - 1, i + window);
          for (int j = Math.max(0, i - window); j <= last; j++) {
            if (j != i) {
              others[0] = sentence[j];
              for (int k = 1; k < others.length; k++) {
                others[k] = noise.draw(random);
              }
              losses[epoch] += step(sentence[i], others, (float) (rate * (1 - done)));
              pairs++;
            }
          }
        }
      }
      losses[epoch] /= pairs;
    }
    return losses;
  }

  private static double[] occurrences(int[][] sentences, int words) {
    double[] occurrences = new double[words];
    for (int[] sentence : sentences) {
      for (int word : sentence) {
        occurrences[word]++;
      }
    }
    return occurrences;
  }

  float[][] vectors() {
    float[][] rows = new float[words.length / width][];
    for (int word = 0; word < rows.length; word++) {
      rows[word] = Arrays.copyOfRange(words, word * width, (word + 1) * width);
    }
    return rows;
  }
}
