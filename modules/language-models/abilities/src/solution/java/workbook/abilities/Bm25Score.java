package workbook.abilities;

import java.util.Collections;
import java.util.List;

/// Straight from the formula, without an index.
final class Bm25Score {

  static final double K1 = 1.2;
  static final double B = 0.75;

  private Bm25Score() {}

  static double score(List<String> query, List<List<String>> texts, int text) {
    double mean = texts.stream().mapToInt(List::size).average().orElseThrow();
    double norm = K1 * (1 - B + B * texts.get(text).size() / mean);
    double score = 0;
    for (String word : query) {
      long having = texts.stream().filter(each -> each.contains(word)).count();
      double idf = Math.log(1 + (texts.size() - having + 0.5) / (having + 0.5));
      int count = Collections.frequency(texts.get(text), word);
      score += idf * count / (count + norm);
    }
    return score;
  }
}
