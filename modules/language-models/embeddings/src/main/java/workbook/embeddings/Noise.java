package workbook.embeddings;

import java.util.random.RandomGenerator;

/// Words at random, each as often as the text has it, to the power of 3/4: rare ones come a little
/// more often than in the text, frequent ones less.
final class Noise {

  static final double POWER = 0.75;

  private final double[] upTo;

  /// @param counts how often the text has each word
  Noise(double... counts) {
    upTo = new double[counts.length];
    double sum = 0;
    for (int word = 0; word < counts.length; word++) {
      sum += StrictMath.pow(counts[word], POWER);
      upTo[word] = sum;
    }
  }

  int draw(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int word = 0;
    while (upTo[word] <= at) {
      word++;
    }
    return word;
  }

  double probability(int word) {
    double before = word == 0 ? 0 : upTo[word - 1];
    return (upTo[word] - before) / upTo[upTo.length - 1];
  }
}
