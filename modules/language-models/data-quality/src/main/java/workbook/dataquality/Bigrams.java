package workbook.dataquality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How surprising a text is to who knows which word follows which in good text: the perplexity
/// filter of CCNet (Wenzek and others 2020), with bigrams in place of five-grams.
final class Bigrams {

  /// What stands for the word before the first.
  private static final String START = "";

  /// The weight of the frequency of the word alone.
  private static final double ALONE = 0.2;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Map<String, Integer>> followers = new HashMap<>();
  private final int texts;
  private long total;

  /// Counts good text.
  Bigrams(List<String> texts) {
    this.texts = texts.size();
    for (String text : texts) {
      String before = START;
      for (String word : Shingles.words(text)) {
        words.merge(word, 1, Integer::sum);
        followers.computeIfAbsent(before, _ -> new HashMap<>()).merge(word, 1, Integer::sum);
        total++;
        before = word;
      }
    }
  }

  /// The mean of −log p of its words, in nats; e to this is the perplexity.
  double surprise(String text) {
    double sum = 0;
    int count = 0;
    String before = START;
    for (String word : Shingles.words(text)) {
      sum -= StrictMath.log(probability(before, word));
      count++;
      before = word;
    }
    return sum / count;
  }

  /// Counts of pairs and of words put together, and one for what was never seen.
  private double probability(String before, String word) {
    double alone = (words.getOrDefault(word, 0) + 1.0) / (total + words.size() + 1);
    Map<String, Integer> after = followers.get(before);
    if (after == null) {
      return alone;
    }
    int all = before.equals(START) ? texts : words.getOrDefault(before, 0);
    return ALONE * alone + (1 - ALONE) * after.getOrDefault(word, 0) / Math.max(1, all);
  }
}
