package workbook.abilities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Texts, found by the words of a query (Robertson and others, 1994), with the formula of Lucene
/// since version 8: for each word of the query idf · f / (f + k₁ (1 − b + b · length / mean)).
final class Bm25 {

  static final double K1 = 1.2;
  static final double B = 0.75;

  /// In what form lengths are kept.
  enum Lengths {
    EXACT,
    /// As Lucene does, in one byte.
    BYTE;

    /// What comes back of a length that was kept. A byte holds lengths up to 40 exactly: above 24
    /// it keeps the four leading bits of what is more than 24.
    int kept(int length) {
      if (this == EXACT || length < FREE) {
        return length;
      }
      int more = length - FREE;
      int lost = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(more) - 4);
      return FREE + (more >> lost << lost);
    }

    /// So many values of a byte are left over by the numbers of four bits.
    private static final int FREE = 24;
  }

  /// A text that was found.
  record Hit(int text, double score) {}

  private record Posting(int text, int count) {}

  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final double[] lengthNorms;
  private int texts;

  /// @param all the texts; those without a word count nowhere
  Bm25(List<String> all, Lengths lengths) {
    List<Terms> terms = all.stream().map(Terms::of).toList();
    for (int text = 0; text < terms.size(); text++) {
      int number = text;
      terms
          .get(text)
          .counts()
          .forEach((word, count) ->
              postings
                  .computeIfAbsent(word, _ -> new ArrayList<>())
                  .add(new Posting(number, count)));
    }
    this.texts = (int) terms.stream().filter(text -> text.length() > 0).count();
    double mean = terms.stream().mapToInt(Terms::length).sum() / (double) Math.max(1, texts);
    this.lengthNorms =
        terms.stream()
            .mapToDouble(text -> K1 * (1 - B + B * lengths.kept(text.length()) / mean))
            .toArray();
  }

  /// The score of each text. A word that stands twice in the query counts twice.
  double[] scores(String query) {
    double[] scores = new double[lengthNorms.length];
    for (String word : Terms.words(query)) {
      List<Posting> found = postings.getOrDefault(word, List.of());
      double idf = idf(texts, found.size());
      for (Posting posting : found) {
        scores[posting.text()] += idf * saturated(posting.count(), lengthNorms[posting.text()]);
      }
    }
    return scores;
  }

  /// Rare words weigh more. The 1 keeps it above 0 even for a word that is in all texts.
  static double idf(int texts, int having) {
    return Math.log(1 + (texts - having + 0.5) / (having + 0.5));
  }

  /// From 0 to 1: each further occurrence adds less, and in a long text it needs more of them.
  static double saturated(int count, double lengthNorm) {
    return count / (count + lengthNorm);
  }

  /// The best texts that have a word of the query, the best first, of equal ones the first.
  List<Hit> best(String query, int most) {
    double[] scores = scores(query);
    return IntStream.range(0, scores.length)
        .filter(text -> scores[text] > 0)
        .mapToObj(text -> new Hit(text, scores[text]))
        .sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(most)
        .toList();
  }
}
