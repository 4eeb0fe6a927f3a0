package workbook.ngram;

/// Turns counts into probabilities and weights, from single symbols to the longest n-grams.
final class BackoffBuilder {

  private final Counts counts;
  private final Smoothing smoothing;
  private final boolean interpolated;
  private final Ngrams from;
  private final Ngrams to;
  private final double[][] probabilities;
  private final double[][] weights;

  /// @param interpolated whether a seen n-gram, too, gets a part of what its context leaves
  BackoffBuilder(Counts counts, Smoothing smoothing, boolean interpolated) {
    int order = counts.order();
    this.counts = counts;
    this.smoothing = smoothing;
    this.interpolated = interpolated;
    this.from = counts.ngrams();
    this.to = new Ngrams(counts.symbols(), order);
    this.probabilities = new double[order + 1][0];
    this.weights = new double[order][];
    weights[0] = new double[] {1};
  }

  Backoff build() {
    singleSymbols();
    for (int k = 2; k <= counts.order(); k++) {
      longer(k);
    }
    return new Backoff(to, logarithms(probabilities), logarithms(weights));
  }

  /// Every symbol is in the model. Those never seen share what the others leave, and in an
  /// interpolated model all do.
  private void singleSymbols() {
    int symbols = counts.symbols();
    int unseen = symbols - counts.types(1, 0);
    boolean all = interpolated || unseen == 0;
    double share = smoothing.left(counts, 1, 0) / (all ? symbols : unseen);
    probabilities[1] = new double[symbols];
    for (int symbol = 0; symbol < symbols; symbol++) {
      int count = counts.countAfter(1, 0, symbol);
      double kept = smoothing.kept(counts, 1, 0, count);
      probabilities[1][to.addGram(1, 0, symbol)] = kept + (all || count == 0 ? share : 0);
    }
  }

  private void longer(int k) {
    int contexts = from.contexts(k - 1);
    for (int context = 0; context < contexts; context++) {
      // Added in the same order, they have the same numbers.
      to.addContext(k - 1, from.shorter(k - 1, context), from.oldest(k - 1, context));
    }
    double[] seen = new double[contexts]; // What shorter contexts give to the symbols seen here.
    probabilities[k] = new double[from.grams(k)];
    for (int gram = 0; gram < from.grams(k); gram++) {
      int context = from.contextOf(k, gram);
      int symbol = from.symbolOf(k, gram);
      // Where an n-gram was seen, its end was, too.
      double lower = probabilities[k - 1][to.gram(k - 1, from.shorter(k - 1, context), symbol)];
      seen[context] += lower;
      probabilities[k][to.addGram(k, context, symbol)] =
          seen(k, context, counts.countOf(k, gram), lower);
    }
    weights[k - 1] = new double[contexts];
    for (int context = 0; context < contexts; context++) {
      weights[k - 1][context] = weight(k, context, seen[context]);
    }
  }

  private double seen(int k, int context, int count, double lower) {
    if (interpolated) {
      return smoothing.kept(counts, k, context, count) + smoothing.left(counts, k, context) * lower;
    }
    if (counts.types(k, context) == counts.symbols()) {
      return (double) count / counts.total(k, context); // No symbol is unseen: nothing to give up.
    }
    return smoothing.kept(counts, k, context, count);
  }

  /// What a context leaves, by what it is shared out by: the shorter context's probabilities of all
  /// symbols, which add up to 1, or of the unseen alone.
  private double weight(int k, int context, double seen) {
    if (counts.types(k, context) == counts.symbols()) {
      return 1; // Never paid.
    }
    double left = smoothing.left(counts, k, context);
    return interpolated ? left : left / (1 - seen);
  }

  private static float[][] logarithms(double[][] numbers) {
    float[][] logs = new float[numbers.length][];
    for (int k = 0; k < numbers.length; k++) {
      logs[k] = new float[numbers[k].length];
      for (int i = 0; i < logs[k].length; i++) {
        logs[k][i] = (float) Math.log10(numbers[k][i]);
      }
    }
    return logs;
  }
}
