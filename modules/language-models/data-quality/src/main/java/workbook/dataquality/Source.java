package workbook.dataquality;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A text whose entropy is known: each word depends on the two before it. Some words are frequent
/// everywhere, as in a language; each pair of words has favourites of its own.
final class Source {

  static final int WORDS = Vocabulary.SIZE;

  /// How much the last word matters, and how much the pair of the last two.
  private static final double LAST = 2.2;

  private static final double PAIR = 1.4;

  private static final int ROUNDS = 200;

  /// By pair of words, the chances of each next word added up.
  private final double[][] upTo = new double[WORDS * WORDS][WORDS];

  /// @param seed another seed is another language
  Source(long seed) {
    double[][] last = new double[WORDS][];
    for (int word = 0; word < WORDS; word++) {
      last[word] = normal(new SplittableRandom(seed << 32 | word), LAST);
    }
    for (int pair = 0; pair < upTo.length; pair++) {
      double[] own = normal(new SplittableRandom(seed << 32 | 1 << 20 | pair), PAIR);
      double sum = 0;
      for (int word = 0; word < WORDS; word++) {
        sum += StrictMath.exp(last[pair % WORDS][word] + own[word]) / (word + 2);
        upTo[pair][word] = sum;
      }
      for (int word = 0; word < WORDS; word++) {
        upTo[pair][word] /= sum;
      }
    }
  }

  private static double[] normal(RandomGenerator random, double deviation) {
    double[] numbers = new double[WORDS];
    for (int i = 0; i < WORDS; i++) {
      numbers[i] = deviation * random.nextGaussian();
    }
    return numbers;
  }

  /// The probability of a word after two others.
  double probability(int beforeLast, int last, int word) {
    double[] sums = upTo[beforeLast * WORDS + last];
    return sums[word] - (word == 0 ? 0 : sums[word - 1]);
  }

  /// Words, the first two of which are drawn from all.
  int[] draw(int length, RandomGenerator random) {
    int[] words = new int[length];
    for (int i = 0; i < length; i++) {
      words[i] =
          i < 2
              ? random.nextInt(WORDS)
              : pick(upTo[words[i - 2] * WORDS + words[i - 1]], random.nextDouble());
    }
    return words;
  }

  private static int pick(double[] sums, double random) {
    int word = 0;
    while (word < WORDS - 1 && sums[word] <= random) {
      word++;
    }
    return word;
  }

  /// The entropy of a word given the two before it, in nats: below this no model can come.
  double entropy() {
    return entropy(pairs(), Source.WORDS);
  }

  /// The same given the last word only: what the best bigram model would score.
  double entropyOfBigrams() {
    return entropy(pairs(), 1);
  }

  /// @param told how many words the word before the last is told from: all, or one
  private double entropy(double[] pairs, int told) {
    double[][] together = new double[told * WORDS][WORDS];
    for (int pair = 0; pair < pairs.length; pair++) {
      double[] joint = together[pair / WORDS % told * WORDS + pair % WORDS];
      for (int word = 0; word < WORDS; word++) {
        joint[word] += pairs[pair] * probability(pair / WORDS, pair % WORDS, word);
      }
    }
    double entropy = 0;
    for (double[] joint : together) {
      double sum = Arrays.stream(joint).sum();
      for (double p : joint) {
        entropy -= p == 0 ? 0 : p * StrictMath.log(p / sum);
      }
    }
    return entropy;
  }

  /// How often each pair of words stands in a long text, as a share.
  private double[] pairs() {
    double[] pairs = new double[upTo.length];
    Arrays.fill(pairs, 1.0 / pairs.length);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[pairs.length];
      for (int pair = 0; pair < pairs.length; pair++) {
        for (int word = 0; word < WORDS; word++) {
          next[pair % WORDS * WORDS + word] +=
              pairs[pair] * probability(pair / WORDS, pair % WORDS, word);
        }
      }
      pairs = next;
    }
    return pairs;
  }
}
