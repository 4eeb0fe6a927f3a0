package workbook.ngram;

/// Asks every context, from the empty one to the longest that is known: each keeps its part and
/// leaves the rest to the one before.
public final class Interpolated extends NgramModel {

  private final Counts counts;
  private final Smoothing smoothing;
  private final boolean uniform;
  private final double[][] left; // By k and the number of a context.

  /// @param uniform whether single symbols leave something to those never seen, which share it
  ///   alike; NLTK's models leave nothing
  Interpolated(Counts counts, Smoothing smoothing, boolean uniform) {
    super(counts.symbols());
    this.counts = counts;
    this.smoothing = smoothing;
    this.uniform = uniform;
    this.left = new double[counts.order() + 1][];
    for (int k = 1; k <= counts.order(); k++) {
      left[k] = new double[counts.ngrams().contexts(k - 1)];
      for (int context = 0; context < left[k].length; context++) {
        left[k][context] = smoothing.left(counts, k, context);
      }
    }
  }

  /// Witten–Bell.
  public static Interpolated wittenBell(Counts counts) {
    return new Interpolated(counts, new WittenBell(), true);
  }

  /// Kneser–Ney: one discount for each length, and continuations in place of counts.
  public static Interpolated kneserNey(Counts counts) {
    Counts continuations = counts.continuations();
    return new Interpolated(continuations, Discounting.estimated(continuations), true);
  }

  /// Its modified form: three discounts for each length.
  public static Interpolated modifiedKneserNey(Counts counts) {
    Counts continuations = counts.continuations();
    return new Interpolated(continuations, Discounting.modified(continuations), true);
  }

  @Override
  public double probability(int[] text, int length, int symbol) {
    double p =
        uniform ? 1.0 / symbols() : (double) counts.countAfter(1, 0, symbol) / counts.total(1, 0);
    int context = 0;
    for (int k = 1; k <= counts.order(); k++) {
      if (k > 1) {
        if (k - 1 > length) {
          return p;
        }
        context = counts.ngrams().context(k - 1, context, text[length - k + 1]);
        if (context < 0) {
          return p;
        }
      }
      if (k > 1 || uniform) {
        int count = counts.countAfter(k, context, symbol);
        p = smoothing.kept(counts, k, context, count) + left[k][context] * p;
      }
    }
    return p;
  }

  Counts counts() {
    return counts;
  }

  Smoothing smoothing() {
    return smoothing;
  }
}
