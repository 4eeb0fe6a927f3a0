package workbook.abilities;

import java.util.List;
import workbook.exercise.Todo;

/// How well a text answers a query, by BM25 as Lucene computes it.
final class Bm25Score {

  static final double K1 = 1.2;
  static final double B = 0.75;

  private Bm25Score() {}

  /// The sum over the words of the query, a word that stands twice counting twice, of `ln(1 + (N -
  /// n + 0.5) / (n + 0.5)) * f / (f + K1 * (1 - B + B * length / mean))`, where N is how many texts
  /// there are, n how many have the word, f how often it stands in the text, length how many words
  /// the text has, and mean how many the texts have on average.
  ///
  /// @param query words in lower case, as are those of the texts
  /// @param texts each with one word at least
  /// @param text the number of the text that is scored, from 0
  static double score(List<String> query, List<List<String>> texts, int text) {
    return Todo.todo("abilities/4");
  }
}
