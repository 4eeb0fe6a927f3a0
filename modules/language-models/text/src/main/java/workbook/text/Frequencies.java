package workbook.text;

/// The least that a model can know: how often each symbol is in the training text, whatever came
/// before. To one that is not there it gives the chance of one that was there once.
public final class Frequencies implements LanguageModel {

  private final double[] probabilities;

  public Frequencies(Corpus corpus) {
    this(corpus.symbols(), corpus.split(), corpus.alphabet().size());
  }

  /// @param text symbols or tokens, of which the first `length` are counted
  /// @param symbols how many there are
  public Frequencies(int[] text, int length, int symbols) {
    double[] counts = new double[symbols];
    for (int i = 0; i < length; i++) {
      counts[text[i]]++;
    }
    double sum = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      counts[symbol] = Math.max(1, counts[symbol]);
      sum += counts[symbol];
    }
    for (int symbol = 0; symbol < counts.length; symbol++) {
      counts[symbol] /= sum;
    }
    this.probabilities = counts;
  }

  @Override
  public int symbols() {
    return probabilities.length;
  }

  @Override
  public double[] next(int[] text, int length) {
    return probabilities.clone();
  }
}
