package workbook.ngram;

import java.util.Arrays;

/// Counts n-grams of one length whose symbols fit a `long` side by side, as those of five
/// characters do: it is their key, and the next symbol shifts it on. So each takes one look-up, and
/// none waits for the one before it.
final class PackedGrams {

  private final int length;
  private final int bits; // Of a symbol.
  private final long mask;
  private final LongIndex grams = new LongIndex();
  private int[] counts = new int[16];

  /// @param symbols how many there are
  /// @param length of the n-grams
  PackedGrams(int symbols, int length) {
    this.length = length;
    this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(symbols - 1);
    this.mask = (1L << bits * length) - 1;
  }

  /// Whether a `long` holds one.
  boolean fit() {
    return bits * length < Long.SIZE;
  }

  /// Counts those that end at some places of a text, and begin in it too.
  void count(int[] text, int from, int to) {
    long key = 0;
    for (int i = from - length + 1; i < from; i++) {
      key = key << bits | text[i];
    }
    for (int i = from; i < to; i++) {
      key = (key << bits | text[i]) & mask;
      int gram = grams.add(key);
      if (gram == counts.length) {
        counts = Arrays.copyOf(counts, 2 * gram);
      }
      counts[gram]++;
    }
  }

  /// How many different ones there are. They are numbered from 0, as they came.
  int size() {
    return grams.size();
  }

  /// Writes the symbols of an n-gram to an array, the oldest first.
  void unpack(int gram, int[] symbols) {
    long key = grams.key(gram);
    for (int i = length - 1; i >= 0; i--) {
      symbols[i] = (int) (key & (1L << bits) - 1);
      key >>>= bits;
    }
  }

  /// How often each was counted, by its number; there may be more places than n-grams.
  int[] counts() {
    return counts;
  }
}
