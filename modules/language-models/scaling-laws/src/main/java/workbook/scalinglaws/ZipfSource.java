package workbook.scalinglaws;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A source of pairs: a context, of which some are frequent and most are rare, and the symbol that
/// follows it. All its probabilities are known, so its entropy is, and the loss of a model can be
/// computed instead of sampled.
final class ZipfSource {

  static final int CONTEXTS = 8192;
  static final int SYMBOLS = 8;

  /// A context is shown as so many numbers, each 1 or -1.
  static final int BITS = 24;

  /// The i-th context comes with a probability in proportion to i^-1.5.
  static final double EXPONENT = 1.5;

  /// How uneven the rows are: a Dirichlet distribution whose parameters are all this.
  private static final double CONCENTRATION = .3;

  private static final long SEED = 1;

  private final double[] share = new double[CONTEXTS];
  private final double[] upTo = new double[CONTEXTS];
  private final double[][] rows = new double[CONTEXTS][];
  private final float[] codes = new float[CONTEXTS * BITS];

  ZipfSource() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CONTEXTS; i++) {
      share[i] = StrictMath.pow(i + 1, -EXPONENT);
      rows[i] = row(random);
    }
    normalise(share);
    double sum = 0;
    for (int i = 0; i < CONTEXTS; i++) {
      sum += share[i];
      upTo[i] = sum;
    }
    for (int i = 0; i < codes.length; i++) {
      codes[i] = random.nextBoolean() ? 1 : -1;
    }
  }

  private static double[] row(SplittableRandom random) {
    double[] row = new double[SYMBOLS];
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      row[symbol] = gamma(random);
    }
    normalise(row);
    return row;
  }

  /// Of a gamma distribution of shape a, by Marsaglia and Tsang (2000): for a below 1 it is one of
  /// shape a + 1, times u^(1/a).
  private static double gamma(SplittableRandom random) {
    double d = CONCENTRATION + 1 - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal(random);
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0
          && StrictMath.log(random.nextDouble()) < .5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v * StrictMath.pow(random.nextDouble(), 1 / CONCENTRATION);
      }
    }
  }

  /// By Box and Muller (1958).
  static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  private static void normalise(double[] numbers) {
    double sum = Arrays.stream(numbers).sum();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= sum;
    }
  }

  /// Draws a context.
  int context(SplittableRandom random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble());
    return Math.min(at < 0 ? -at - 1 : at + 1, CONTEXTS - 1);
  }

  /// Draws what follows it.
  int symbol(int context, SplittableRandom random) {
    double left = random.nextDouble();
    int symbol = 0;
    while (symbol < SYMBOLS - 1 && left >= rows[context][symbol]) {
      left -= rows[context][symbol];
      symbol++;
    }
    return symbol;
  }

  /// Writes how a context is shown.
  void show(int context, float[] to, int row) {
    System.arraycopy(codes, context * BITS, to, row * BITS, BITS);
  }

  /// The least loss that a model can have, in nats per symbol: one that knows every row has it.
  double entropy() {
    double sum = 0;
    for (int i = 0; i < CONTEXTS; i++) {
      sum += share[i] * entropy(rows[i]);
    }
    return sum;
  }

  /// The loss of a model that knows how often each symbol comes, and does not look at the context.
  double entropyWithoutContext() {
    double[] mean = new double[SYMBOLS];
    for (int i = 0; i < CONTEXTS; i++) {
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        mean[symbol] += share[i] * rows[i][symbol];
      }
    }
    return entropy(mean);
  }

  private static double entropy(double... row) {
    double sum = 0;
    for (double p : row) {
      sum -= p > 0 ? p * StrictMath.log(p) : 0;
    }
    return sum;
  }

  /// The loss of scores for some contexts, weighed by how often each comes: added up over all
  /// contexts it is the exact loss.
  ///
  /// @param scores of every symbol, a row for each context
  double loss(int from, int count, float... scores) {
    double sum = 0;
    for (int row = 0; row < count; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        largest = Math.max(largest, scores[row * SYMBOLS + symbol]);
      }
      double normaliser = 0;
      double mean = 0;
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        double score = scores[row * SYMBOLS + symbol] - largest;
        normaliser += StrictMath.exp(score);
        mean += rows[from + row][symbol] * score;
      }
      sum += share[from + row] * (StrictMath.log(normaliser) - mean);
    }
    return sum;
  }
}
