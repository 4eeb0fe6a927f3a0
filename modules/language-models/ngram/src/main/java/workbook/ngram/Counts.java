package workbook.ngram;

import java.util.function.IntConsumer;

/// How often each n-gram is in a text, for all n up to an order; and, for each context, what its
/// n-grams add up to.
public final class Counts {

  private final Ngrams ngrams;
  private final int order;
  private final int[][] counts;
  private final int[][] totals;
  private final int[][] types;
  private final int[][] ones;
  private final int[][] twos;

  /// @param counts by k and the number of a k-gram
  Counts(Ngrams ngrams, int order, int[][] counts) {
    this.ngrams = ngrams;
    this.order = order;
    this.counts = counts;
    this.totals = new int[order + 1][];
    this.types = new int[order + 1][];
    this.ones = new int[order + 1][];
    this.twos = new int[order + 1][];
    for (int k = 1; k <= order; k++) {
      addUp(k);
    }
  }

  private void addUp(int k) {
    int contexts = ngrams.contexts(k - 1);
    totals[k] = new int[contexts];
    types[k] = new int[contexts];
    ones[k] = new int[contexts];
    twos[k] = new int[contexts];
    for (int gram = 0; gram < ngrams.grams(k); gram++) {
      int context = ngrams.contextOf(k, gram);
      int count = counts[k][gram];
      totals[k][context] += count;
      types[k][context]++;
      ones[k][context] += count == 1 ? 1 : 0;
      twos[k][context] += count == 2 ? 1 : 0;
    }
  }

  /// Counts a text. An n-gram is inside it whole.
  ///
  /// @param symbols how many different symbols there are, numbered from 0
  /// @param order the longest n-grams
  /// @throws IllegalArgumentException if the order is less than 1
  public static Counts of(int[] text, int from, int to, int symbols, int order) {
    return of(text, from, to, symbols, order, _ -> {});
  }

  /// The same for a long text.
  ///
  /// @param progress is told every so often how many symbols are counted
  public static Counts of(
      int[] text, int from, int to, int symbols, int order, IntConsumer progress) {
    Counting counting = new Counting(symbols, checked(order));
    counting.add(text, from, to, progress);
    return counting.counts();
  }

  /// Counts several texts. No n-gram goes from one into the next.
  public static Counts of(int symbols, int order, int[]... texts) {
    Counting counting = new Counting(symbols, checked(order));
    for (int[] text : texts) {
      counting.add(text, 0, text.length, _ -> {});
    }
    return counting.counts();
  }

  private static int checked(int order) {
    if (order < 1) {
      throw new IllegalArgumentException("the order must be 1 or more, and was " + order);
    }
    return order;
  }

  /// The same counts with those of the longer n-grams left out.
  public Counts upTo(int order) {
    return new Counts(ngrams, order, counts);
  }

  /// In place of how often an n-gram is in the text, how many **different** symbols stand before
  /// it; the longest n-grams keep their counts. `York` is frequent, but hardly after anything other
  /// than `New`: after a context that was never seen it is not to be expected.
  public Counts continuations() {
    int[][] before = new int[order + 1][];
    before[order] = counts[order];
    for (int k = order - 1; k >= 1; k--) {
      before[k] = new int[ngrams.grams(k)];
      for (int longer = 0; longer < ngrams.grams(k + 1); longer++) {
        before[k][ngrams.end(k + 1, longer)]++;
      }
      for (int gram = 0; gram < before[k].length; gram++) {
        before[k][gram] = Math.max(1, before[k][gram]);
      }
    }
    return new Counts(ngrams, order, before);
  }

  /// The longest n-grams.
  public int order() {
    return order;
  }

  /// How many symbols there are.
  public int symbols() {
    return ngrams.symbols();
  }

  /// How many different k-grams there are.
  public int distinct(int k) {
    return ngrams.grams(k);
  }

  /// How often a sequence of symbols was counted.
  ///
  /// @param gram 1 to `order` symbols
  public int count(int... gram) {
    int context = context(gram, gram.length - 1, gram.length - 1);
    return context < 0 ? 0 : countAfter(gram.length, context, gram[gram.length - 1]);
  }

  /// How many k-grams, of those that there are, have a count.
  public int withCount(int k, int count) {
    int found = 0;
    for (int gram = 0; gram < ngrams.grams(k); gram++) {
      found += counts[k][gram] == count ? 1 : 0;
    }
    return found;
  }

  Ngrams ngrams() {
    return ngrams;
  }

  /// The number of the context that is the last `length` symbols of a text's first `end`; -1 if
  /// none of the n-grams has it.
  int context(int[] text, int end, int length) {
    int context = 0;
    for (int l = 1; l <= length && context >= 0; l++) {
      context = ngrams.context(l, context, text[end - l]);
    }
    return context;
  }

  int countAfter(int k, int context, int symbol) {
    int gram = ngrams.gram(k, context, symbol);
    return gram < 0 ? 0 : counts[k][gram];
  }

  int countOf(int k, int gram) {
    return counts[k][gram];
  }

  /// What the k-grams of a context add up to.
  int total(int k, int context) {
    return totals[k][context];
  }

  /// How many different symbols were counted after a context.
  int types(int k, int context) {
    return types[k][context];
  }

  /// How many were counted once.
  int ones(int k, int context) {
    return ones[k][context];
  }

  /// How many were counted twice.
  int twos(int k, int context) {
    return twos[k][context];
  }

  /// The memory of all arrays.
  public long bytes() {
    long bytes = ngrams.bytes();
    for (int k = 1; k <= order; k++) {
      bytes += 4L * counts[k].length + 16L * totals[k].length;
    }
    return bytes;
  }
}
