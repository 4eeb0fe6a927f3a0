package workbook.abilities;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static workbook.topictest.Near.assertNear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "abilities/4",
    title = "The score of a text",
    hints = {
      "Compute N, n, f, length and mean for the query 'cat' and the first of three short texts on paper.",
      "n counts texts and f counts occurrences. mean is over the words of all texts, with repeats.",
      "For each word of the query: n = the number of texts that contain it; f = how often it stands in"
          + " the text; add ln(1 + (N - n + 0.5) / (n + 0.5)) * f / (f + 1.2 * (0.25 + 0.75 * length /"
          + " mean)), in double."
    },
    chinese =
        @Exercise.Chinese(
            title = "一篇文本的得分",
            hints = {
              "取三篇短文本和查询 cat，在纸上写出第一篇的 N、n、f、length 和 mean。",
              "n 数的是文本，f 数的是出现次数；mean 按所有文本的词数（含重复）求平均。",
              "对查询中的每个词：n 为含有它的文本数，f 为它在这篇文本中的出现次数，累加 ln(1 + (N - n + 0.5) / (n + 0.5)) * f"
                  + " / (f + 1.2 * (0.25 + 0.75 * length / mean))，用 double 计算。"
            }))
@DisplayName("Exercise 4: the score of a text")
class Bm25ScoreTest {

  private static final List<List<String>> TEXTS =
      LuceneNumbers.TEXTS.stream().map(Terms::words).toList();

  private static double score(String query, int text) {
    return Bm25Score.score(List.of(query.split(" ")), TEXTS, text);
  }

  /// Lucene 10.6.0 on the five texts of the page.
  @Test
  @DisplayName("of five short texts is Lucene's")
  void lucene() {
    LuceneNumbers.SCORES.forEach((query, scores) -> {
      for (int text = 0; text < scores.length; text++) {
        assertNear(
            "the score of '%s' for '%s'".formatted(LuceneNumbers.TEXTS.get(text), query),
            scores[text],
            score(query, text),
            1e-6);
      }
    });
  }

  @Test
  @DisplayName("counts a word twice that the query has twice")
  void twice() {
    assertNear(
        "the score of '%s' for 'cat cat'".formatted(LuceneNumbers.TEXTS.get(4)),
        2 * 0.37271035,
        score("cat cat", 4),
        1e-6);
  }

  /// 1 + 0.5 / 3.5 is more than 1.
  @Test
  @DisplayName("stays above 0 for a word that is in all texts")
  void common() {
    List<List<String>> texts = List.of(List.of("a", "b"), List.of("a"), List.of("a", "c"));
    double score = Bm25Score.score(List.of("a"), texts, 1);
    assertTrue(score > 0, "the score of 'a', which is in all three texts, is " + score);
  }

  /// a is in two of three texts, which are the same: ln(1 + 1.5 / 2.5) / 2.2, by bc .21363801. The
  /// query of nothing has no word to add.
  @Test
  @DisplayName("counts a text that is there twice, every word of the query, and nothing for none")
  void counts() {
    List<List<String>> texts = List.of(List.of("a"), List.of("a"), List.of("b"));
    assertNear(
        "the score of [a] for 'a' among [a], [a], [b]",
        0.21363801,
        Bm25Score.score(List.of("a"), texts, 0),
        1e-8);
    assertNear("the score for no word", 0, Bm25Score.score(List.of(), texts, 0), 0);
    assertNear("the score for 'cat cat cat'", 3 * 0.37271035, score("cat cat cat", 4), 1e-6);
  }

  /// The formula by hand for 41 words of which one is a, beside one text of one word: N = 2, n = 1,
  /// mean 21, ln 2 / (1 + 1.2 (.25 + .75 · 41 / 21)). Lucene, which keeps the length in a byte, has
  /// 40 for it.
  @Test
  @DisplayName("takes the length as it is, where Lucene keeps it in a byte")
  void length() {
    List<String> longer = new ArrayList<>(Collections.nCopies(40, "b"));
    longer.add("a");
    assertNear(
        "the score of 41 words for 'a'",
        Math.log(2) / (1 + 1.2 * (0.25 + 0.75 * 41 / 21)),
        Bm25Score.score(List.of("a"), List.of(longer, List.of("c")), 0),
        1e-9);
  }

  @Test
  @DisplayName("is 0 for a word that no text has")
  void unknown() {
    assertNear("the score for 'dragon'", 0, score("dragon", 0), 0);
  }

  /// [Bm25] is checked against Lucene.
  @Test
  @DisplayName("of random texts is that of the index on the page")
  void random() {
    for (int seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<String>> texts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        texts.add(words(random, random.nextInt(1, 30)));
      }
      List<String> query = words(random, 3);
      double[] expected =
          new Bm25(
                  texts.stream().map(words -> String.join(" ", words)).toList(), Bm25.Lengths.EXACT)
              .scores(String.join(" ", query));
      for (int text = 0; text < texts.size(); text++) {
        assertNear(
            "seed %d: the score of %s for %s".formatted(seed, texts.get(text), query),
            expected[text],
            Bm25Score.score(query, texts, text),
            1e-6);
      }
    }
  }

  static List<String> words(SplittableRandom random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("w" + random.nextInt(12));
    }
    return words;
  }
}
