package workbook.embeddings;

import java.util.Arrays;

/// How often each word stands near each context.
///
/// @param counts `[word][context]`
public record CoOccurrences(double[][] counts) {

  /// Counts all pairs that are at most `window` apart in a sentence. Every word is a context too.
  static CoOccurrences of(int[][] sentences, int words, int window) {
    double[][] counts = new double[words][words];
    for (int[] sentence : sentences) {
      for (int i = 0; i < sentence.length; i++) {
        for (int j = Math.max(0, i - window); j <= Math.min(sentence.length - 1, i + window); j++) {
          if (j != i) {
            counts[sentence[i]][sentence[j]]++;
          }
        }
      }
    }
    return new CoOccurrences(counts);
  }

  /// Some words with some contexts.
  CoOccurrences part(int[] words, int[] contexts) {
    double[][] part = new double[words.length][contexts.length];
    for (int w = 0; w < words.length; w++) {
      for (int c = 0; c < contexts.length; c++) {
        part[w][c] = counts[words[w]][contexts[c]];
      }
    }
    return new CoOccurrences(part);
  }

  int words() {
    return counts.length;
  }

  int contexts() {
    return counts[0].length;
  }

  /// How many pairs each word is in.
  double[] ofWords() {
    return Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  /// How many pairs each context is in.
  double[] ofContexts() {
    double[] sums = new double[contexts()];
    for (double[] row : counts) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += row[c];
      }
    }
    return sums;
  }

  /// Pointwise mutual information, log P(w, c) / (P(w) P(c)): 0 if the two come together as often
  /// as chance would have it, and minus infinity if never.
  double[][] pmi() {
    double[] ofWords = ofWords();
    double[] ofContexts = ofContexts();
    double total = Arrays.stream(ofWords).sum();
    double[][] pmi = new double[words()][contexts()];
    for (int w = 0; w < words(); w++) {
      for (int c = 0; c < contexts(); c++) {
        pmi[w][c] = StrictMath.log(counts[w][c] * total / (ofWords[w] * ofContexts[c]));
      }
    }
    return pmi;
  }

  /// PMI, and 0 where it is negative: vectors for words, without any learning.
  float[][] positivePmi() {
    double[][] pmi = pmi();
    float[][] positive = new float[words()][contexts()];
    for (int w = 0; w < words(); w++) {
      for (int c = 0; c < contexts(); c++) {
        positive[w][c] = (float) Math.max(0, pmi[w][c]);
      }
    }
    return positive;
  }
}
