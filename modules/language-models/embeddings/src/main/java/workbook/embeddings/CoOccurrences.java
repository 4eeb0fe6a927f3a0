package workbook.embeddings;

/// How often each word stands near each other one.
///
/// @param counts `[word][context]`; symmetric, for if one is near the other, so is the other
public record CoOccurrences(double[][] counts) {

  /// Counts all pairs that are at most `window` apart in a sentence.
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

  int words() {
    return counts.length;
  }

  /// How often a word is the first of a pair.
  double ofWord(int word) {
    double sum = 0;
    for (double count : counts[word]) {
      sum += count;
    }
    return sum;
  }

  /// How often it is the second.
  double ofContext(int context) {
    double sum = 0;
    for (double[] row : counts) {
      sum += row[context];
    }
    return sum;
  }

  double total() {
    double sum = 0;
    for (int word = 0; word < words(); word++) {
      sum += ofWord(word);
    }
    return sum;
  }

  /// Pointwise mutual information, log P(w, c) / (P(w) P(c)): 0 if the two come together as often
  /// as chance would have it, and minus infinity if never.
  double[][] pmi() {
    double[][] pmi = new double[words()][words()];
    double total = total();
    for (int w = 0; w < words(); w++) {
      for (int c = 0; c < words(); c++) {
        pmi[w][c] = StrictMath.log(counts[w][c] * total / (ofWord(w) * ofContext(c)));
      }
    }
    return pmi;
  }

  /// PMI less log k, and 0 where that is negative: a table for words, without any learning.
  float[][] positivePmi(double k) {
    double[][] pmi = pmi();
    float[][] positive = new float[words()][words()];
    for (int w = 0; w < words(); w++) {
      for (int c = 0; c < words(); c++) {
        positive[w][c] = (float) Math.max(0, pmi[w][c] - StrictMath.log(k));
      }
    }
    return positive;
  }
}
