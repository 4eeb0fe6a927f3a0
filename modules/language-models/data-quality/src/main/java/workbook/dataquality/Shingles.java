package workbook.dataquality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The runs of n words that a text has, each as 64 bits, in order and each once.
final class Shingles {

  private static final long PRIME = 0x100000001b3L;
  private static final long START = 0xcbf29ce484222325L;

  private Shingles() {}

  /// Words are what stands between white space. A text with fewer words than n is one shingle.
  static long[] of(String text, int n) {
    String[] words = words(text);
    long[] hashes = new long[Math.max(1, words.length - n + 1)];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(words, i, Math.min(words.length, i + n));
    }
    return distinct(hashes);
  }

  /// What stands between white space.
  static String[] words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words.toArray(String[]::new);
  }

  static long[] distinct(long... hashes) {
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  /// FNV-1a over the characters, with a space behind each word, and mixed.
  private static long hash(String[] words, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) {
      for (int c = 0; c < words[i].length(); c++) {
        hash = (hash ^ words[i].charAt(c)) * PRIME;
      }
      hash = (hash ^ ' ') * PRIME;
    }
    return mix(hash);
  }

  /// The end of MurmurHash3: each bit of the input changes about half of the bits.
  static long mix(long x) {
    long y = (x ^ x >>> 33) * 0xff51afd7ed558ccdL;
    y = (y ^ y >>> 33) * 0xc4ceb9fe1a85ec53L;
    return y ^ y >>> 33;
  }

  /// What two sets have in common, as a share of what they have together: |A ∩ B| / |A ∪ B|.
  ///
  /// @param a in order, each once; `b` too
  static double jaccard(long[] a, long... b) {
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < a.length && j < b.length) {
      int order = Long.compare(a[i], b[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) common / (a.length + b.length - common);
  }
}
