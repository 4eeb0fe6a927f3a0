package workbook.ngram;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Counts the n-grams of texts.
///
/// At each place only the **longest** n-gram that ends there is counted: the shorter ones are its
/// ends, and get its count afterwards. Where those fit a `long` each is looked up without its
/// context, and contexts are looked up once for each that is different, not once for each place.
final class Counting {

  /// After how many symbols it is said how many are counted.
  static final int BETWEEN = 1 << 16;

  private final Ngrams ngrams;
  private final int order;
  private final int[][] counts;
  private final int[] contexts; // By length, of what is added.
  private final PackedGrams packed;
  private int unpacked;

  Counting(int symbols, int order) {
    this.ngrams = new Ngrams(symbols, order);
    this.order = order;
    this.counts = new int[order + 1][16];
    this.contexts = new int[order];
    this.packed = new PackedGrams(symbols, order);
  }

  /// @param progress is told every so often how many symbols are counted
  void add(int[] text, int from, int to, IntConsumer progress) {
    unpack(); // Those of the texts before have the lower numbers.
    for (int start = from; start < to; start += BETWEEN) {
      int end = (int) Math.min(to, (long) start + BETWEEN);
      count(text, from, start, end);
      if (end - start == BETWEEN) {
        progress.accept(end - from);
      }
    }
  }

  /// @param from where the text begins
  private void count(int[] text, int from, int start, int end) {
    int plain = packed.fit() ? Math.clamp(from + order - 1L, start, end) : end;
    for (int i = start; i < plain; i++) {
      int length = Math.min(order, i - from + 1);
      int gram = add(text, i, length); // It may make the counts grow.
      counts[length][gram]++;
    }
    if (plain < end) {
      packed.count(text, plain, end);
    }
  }

  /// Adds those of the n-grams that end at a place that are new, the longest first: where one was
  /// seen, so were its ends.
  ///
  /// @param length of the longest
  /// @return the number of the longest
  private int add(int[] text, int i, int length) {
    for (int back = 1; back < length; back++) {
      contexts[back] = ngrams.addContext(back, contexts[back - 1], text[i - back]);
    }
    int known = ngrams.grams(length);
    int longest = add(length, contexts[length - 1], text[i]);
    boolean isNew = longest == known;
    for (int k = length - 1; k >= 1 && isNew; k--) {
      known = ngrams.grams(k);
      isNew = add(k, contexts[k - 1], text[i]) == known;
    }
    return longest;
  }

  private int add(int k, int context, int symbol) {
    int gram = ngrams.addGram(k, context, symbol);
    if (gram == counts[k].length) {
      counts[k] = Arrays.copyOf(counts[k], gram + gram / 2);
    }
    return gram;
  }

  /// Adds what was packed, in the order in which it came: so the numbers are the same.
  private void unpack() {
    int[] symbols = new int[order];
    for (; unpacked < packed.size(); unpacked++) {
      packed.unpack(unpacked, symbols);
      add(symbols, order - 1, order);
    }
  }

  /// The end: no more can be added.
  Counts counts() {
    unpack();
    if (packed.fit()) {
      counts[order] = packed.counts();
    }
    for (int k = order; k > 1; k--) {
      for (int gram = 0; gram < ngrams.grams(k); gram++) {
        counts[k - 1][ngrams.end(k, gram)] += counts[k][gram];
      }
    }
    return new Counts(ngrams, order, counts);
  }
}
