package workbook.abilities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the Python library rank_bm25 0.2.2 computes as `BM25Okapi`, which is another function than
/// Lucene's: k₁ is 1.5, all is times k₁ + 1, and idf is ln((N − n + ½) / (n + ½)). That is 0 for a
/// word in half of the texts, and negative for one in more of them; the negative ones are replaced
/// with a quarter of the mean idf.
final class RankBm25 {

  private static final double K1 = 1.5;
  private static final double EPSILON = 0.25;

  private final List<Terms> texts;
  private final double mean;
  private final Map<String, Double> idf = new LinkedHashMap<>();

  RankBm25(List<String> all) {
    this.texts = all.stream().map(Terms::of).toList();
    this.mean = texts.stream().mapToInt(Terms::length).average().orElse(1);
    texts.forEach(
        text -> text.counts().keySet().forEach(word -> idf.computeIfAbsent(word, this::idf)));
    double floor =
        EPSILON * idf.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    idf.replaceAll((_, each) -> each < 0 ? floor : each);
  }

  private double idf(String word) {
    long having = texts.stream().filter(text -> text.count(word) > 0).count();
    return Math.log(texts.size() - having + 0.5) - Math.log(having + 0.5);
  }

  double[] scores(String query) {
    return texts.stream()
        .mapToDouble(text ->
            Terms.words(query).stream()
                .mapToDouble(word ->
                    idf.getOrDefault(word, 0.0)
                        * (K1 + 1)
                        * Bm25.saturated(
                            text.count(word), K1 * (1 - Bm25.B + Bm25.B * text.length() / mean)))
                .sum())
        .toArray();
  }
}
