package workbook.ngram;

import workbook.text.LanguageModel;

/// A model that looks a few symbols back.
public abstract class NgramModel implements LanguageModel {

  private final int symbols;

  NgramModel(int symbols) {
    this.symbols = symbols;
  }

  /// The probability of one symbol after the first `length` of a text.
  public abstract double probability(int[] text, int length, int symbol);

  @Override
  public final int symbols() {
    return symbols;
  }

  @Override
  public final double[] next(int[] text, int length) {
    double[] next = new double[symbols];
    for (int symbol = 0; symbol < symbols; symbol++) {
      next[symbol] = probability(text, length, symbol);
    }
    return next;
  }

  /// Asks for the symbols that came, and not for all others too.
  @Override
  public final double[] logProbabilities(int[] text, int from, int to) {
    double[] logs = new double[to - from];
    for (int i = from; i < to; i++) {
      logs[i - from] = Math.log(probability(text, i, text[i]));
    }
    return logs;
  }
}
