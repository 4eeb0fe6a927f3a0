package workbook.ngram;

/// Turns counts into probabilities and weights, from single symbols to the longest n-grams.
final class BackoffBuilder {

  private final Counts counts;
  private final Smoothing smoothing;
  private final boolean interpolated;
  private final Ngrams ngrams;
  private final double[][] probabilities;
  private final double[][] weights;

  /// @param interpolated whether a seen n-gram, too, gets a part of what its context leaves
  BackoffBuilder(Counts counts, Smoothing smoothing, boolean interpolated) {
    int order = counts.order();
    this.counts = counts;
    this.smoothing = smoothing;
    this.interpolated = interpolated;
    this.ngrams = counts.ngrams().withEverySymbol(order);
    this.probabilities = new double[order + 1][0];
    this.weights = new double[order][];
    weights[0] = new double[] {1};
  }

  Backoff build() {
    singleSymbols();
    for (int k = 2; k <= counts.order(); k++) {
      longer(k);
    }
    return new Backoff(ngrams, logarithms(probabilities), logarithms(weights));
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
      probabilities[1][symbol] = kept + (all || count == 0 ? share : 0);
    }
  }

  private void longer(int k) {
    int contexts = ngrams.contexts(k - 1);
    double[] seen = new double[contexts]; // What shorter contexts give to the symbols seen here.
    probabilities[k] = new double[ngrams.grams(k)];
    for (int gram = 0; gram < probabilities[k].length; gram++) {
      int context = ngrams.contextOf(k, gram);
      // Where an n-gram was seen, its end was, too.
      double lower = probabilities[k - 1][ngrams.end(k, gram)];
      seen[context] += lower;
      probabilities[k][gram] = seen(k, context, counts.countOf(k, gram), lower);
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
