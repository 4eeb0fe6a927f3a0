package workbook.ngram;

/// The share that a symbol had after the same context in the training text. No other model makes
/// that text more likely; and what was not in it is impossible.
public final class MaximumLikelihood extends NgramModel {

  private final Counts counts;

  public MaximumLikelihood(Counts counts) {
    super(counts.symbols());
    this.counts = counts;
  }

  /// @return 0 also after a context that was never seen, where there is no share to speak of
  @Override
  public double probability(int[] text, int length, int symbol) {
    int back = Math.min(counts.order() - 1, length);
    int context = counts.context(text, length, back);
    if (context < 0) {
      return 0;
    }
    return (double) counts.countAfter(back + 1, context, symbol) / counts.total(back + 1, context);
  }
}
