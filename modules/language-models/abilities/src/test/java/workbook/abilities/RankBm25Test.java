package workbook.abilities;

import static workbook.topictest.Near.assertClose;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// rank_bm25 0.2.2 under Python: `BM25Okapi([t.split() for t in texts]).get_scores(query.split())`.
@DisplayName("The formula of rank_bm25")
class RankBm25Test {

  @Test
  @DisplayName("gives its numbers for the five texts")
  void numbers() {
    assertScores("cat", 0.20025105270521504, 0.2178856855266136, 0, 0, 0.3436406953830233);
    assertScores(
        "cat mat",
        0.5149373171710976,
        0.2178856855266136,
        0,
        0.375462581637405,
        0.3436406953830233);
    assertScores("the", 0.291464882995025, 0.30970677414214065, 0, 0.23892614872124368, 0);
    assertScores("pets", 0, 0, 1.1179616244763544, 0, 0);
  }

  /// ln((4 − 2 + ½) / (2 + ½)) = ln 1, as in the library's issue 39.
  @Test
  @DisplayName("is 0 for a word in half of the texts")
  void half() {
    double[] scores = new RankBm25(java.util.List.of("a b", "a c", "d e", "f g")).scores("a");
    assertClose("a word in two of four texts", new double[4], scores, 0);
  }

  private static void assertScores(String query, double... expected) {
    assertClose("query " + query, expected, new RankBm25(Bm25Scores.TEXTS).scores(query), 1e-12);
  }
}
