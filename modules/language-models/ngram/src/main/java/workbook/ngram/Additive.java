package workbook.ngram;

/// Adds `k` to every count, so that nothing is impossible: Laplace for k = 1, Lidstone for others.
/// The unseen get the same chance all, whatever is known of them from shorter contexts; and after a
/// rare context there are so many of them that little is left for what was seen.
public final class Additive extends NgramModel {

  private final Counts counts;
  private final double k;

  public Additive(Counts counts, double k) {
    super(counts.symbols());
    this.counts = counts;
    this.k = k;
  }

  @Override
  public double probability(int[] text, int length, int symbol) {
    int back = Math.min(counts.order() - 1, length);
    int context = counts.context(text, length, back);
    if (context < 0) {
      return 1.0 / symbols();
    }
    int count = counts.countAfter(back + 1, context, symbol);
    return (count + k) / (counts.total(back + 1, context) + k * symbols());
  }
}
