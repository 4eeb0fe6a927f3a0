package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected: Rae and others 2021, appendix A.1.1. Each text is at the edge of one rule.
@DisplayName("Gopher's rules")
class GopherTest {

  private static String times(int n, String text) {
    return String.join(" ", Collections.nCopies(n, text));
  }

  private static void assertBroken(String rule, String text) {
    assertThat(Gopher.broken(text).orElse("")).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"49, 50 to 100", "50, ''", "100000, ''", "100001, 50 to 100"})
  @DisplayName("want 50 to 100,000 words")
  void words(int n, String rule) {
    String text = "the with " + times(n - 2, "house");
    assertThat(Gopher.broken(text).orElse("")).startsWith(rule);
  }

  /// 10 · 3 + 40 · 10 = 430 letters in 50 words; with 12 letters, 510.
  @Test
  @DisplayName("want words of 3 to 10 letters in the mean")
  void length() {
    assertBroken("", times(10, "the") + " with " + times(39, "abcdefghij"));
    assertBroken("mean length of 3 to 10", times(10, "the") + " with " + times(39, "abcdefghijkl"));
    assertBroken("mean length of 3 to 10", "the with " + times(60, "ab"));
  }

  @Test
  @DisplayName("want no more than one # or ... for ten words")
  void symbols() {
    assertBroken("", "the with " + times(43, "house") + " " + times(5, "#"));
    assertBroken(
        "at most .1 # or ... a word", "the with " + times(43, "house") + " " + times(6, "#"));
    assertBroken(
        "at most .1 # or ... a word", "the with " + times(43, "house") + " " + times(6, "..."));
  }

  @Test
  @DisplayName("want no menus, and no list of teasers")
  void lines() {
    String line = "the house with a garden at the river";
    String bullets = ("- " + line + "\n").repeat(9);
    assertBroken("", bullets + line);
    assertBroken("at most 90 % bullet lines", bullets + "- " + line);
    String teasers = (line + " ...\n").repeat(3);
    assertBroken("", teasers + (line + "\n").repeat(7));
    assertBroken("at most 30 % lines end in ...", teasers + (line + "\n").repeat(6));
  }

  @Test
  @DisplayName("want letters in eight of ten words")
  void letters() {
    assertBroken("", "the with " + times(38, "house") + " " + times(10, "2026"));
    assertBroken(
        "80 % of words with a letter", "the with " + times(37, "house") + " " + times(11, "2026"));
  }

  @Test
  @DisplayName("want two of eight English words")
  void stopWords() {
    assertBroken("two of eight stop words", "the the the " + times(60, "house"));
    assertBroken("", "the of " + times(60, "house"));
  }

  /// The first article of the Universal Declaration of Human Rights in Chinese, three times.
  @Test
  @DisplayName("reject every Chinese text: what they count is not what Chinese is made of")
  void chinese() {
    String article = "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。\n";
    assertBroken("50 to 100,000 words", article.repeat(3));
    // As many words as wanted: then they are too long, for a word is a sentence.
    assertBroken("mean length of 3 to 10", article.repeat(60));
    // Cut into words, as a tokenizer would: two characters and fewer in the mean.
    String cut = times(20, "人人 生 而 自由 ， 在 尊严 和 权利 上 一律 平等 。");
    assertBroken("mean length of 3 to 10", cut);
    Crawl crawl = new Crawl(1);
    for (long id = 0; id < 3000; id++) {
      if (crawl.kind(id) == Kind.CHINESE) {
        assertThat(Gopher.broken(crawl.document(id).text())).isPresent();
      }
    }
  }
}
