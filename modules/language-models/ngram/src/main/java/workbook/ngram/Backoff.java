package workbook.ngram;

import java.util.Arrays;

/// Every n-gram that was seen has its probability; for one that was not, the model **backs off** to
/// the context without its oldest symbol, and pays the weight of the longer context for it:
///
/// ```text
/// P(symbol | context) = its probability, if they were seen together, and else
///                       weight(context) · P(symbol | context without its oldest symbol)
/// ```
///
/// This is the form of ARPA files: a look for each length, no arithmetic with counts. Interpolated
/// models fit it too, since what an unseen symbol gets is just what the context leaves. All numbers
/// are logarithms to base 10, as there.
public final class Backoff extends NgramModel {

  private final Ngrams ngrams;
  private final float[][] logs;
  private final float[][] weights;

  /// @param logs by k and the number of a k-gram
  /// @param weights by the length and the number of a context
  Backoff(Ngrams ngrams, float[][] logs, float[][] weights) {
    super(ngrams.symbols());
    this.ngrams = ngrams;
    this.logs = logs;
    this.weights = weights;
  }

  /// An interpolated model, with the same probabilities.
  public static Backoff of(Interpolated model) {
    return new BackoffBuilder(model.counts(), model.smoothing(), true).build();
  }

  /// A model that looks at the shorter context **only** where the longer knows nothing. What seen
  /// n-grams give up of their counts, one discount for each length, is shared out among the unseen.
  /// Slava Katz, 1987, with the discounts of Ney and others instead of Turing's.
  public static Backoff absolute(Counts counts) {
    return new BackoffBuilder(counts, Discounting.estimated(counts), false).build();
  }

  @Override
  public double probability(int[] text, int length, int symbol) {
    return Math.pow(10, log10(text, length, symbol));
  }

  /// The logarithm of the probability to base 10.
  public double log10(int[] text, int length, int symbol) {
    int[] contexts = new int[ngrams.order()];
    int longest = 0;
    while (longest + 1 < ngrams.order() && longest < length) {
      int longer = ngrams.context(longest + 1, contexts[longest], text[length - longest - 1]);
      if (longer < 0) {
        break;
      }
      contexts[++longest] = longer;
    }
    double paid = 0;
    for (int back = longest; back >= 0; back--) {
      int gram = ngrams.gram(back + 1, contexts[back], symbol);
      if (gram >= 0) {
        return paid + logs[back + 1][gram];
      }
      paid += weights[back][contexts[back]];
    }
    return Double.NEGATIVE_INFINITY;
  }

  int order() {
    return ngrams.order();
  }

  Ngrams ngrams() {
    return ngrams;
  }

  /// The logarithm of the probability of an n-gram's last symbol, after the others.
  float log(int k, int gram) {
    return logs[k][gram];
  }

  float weight(int length, int context) {
    return weights[length][context];
  }

  /// The memory of all arrays.
  public long bytes() {
    return ngrams.bytes()
        + Arrays.stream(logs).mapToLong(k -> 4L * k.length).sum()
        + Arrays.stream(weights).mapToLong(k -> 4L * k.length).sum();
  }
}
