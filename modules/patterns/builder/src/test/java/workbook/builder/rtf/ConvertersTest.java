package workbook.builder.rtf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.builder.rtf.StatisticsConverter.Statistics;
import workbook.builder.rtf.TextConverter.Style;

@DisplayName("The converters")
class ConvertersTest {

  @Test
  @DisplayName("HTML: the four characters that mean something are escaped")
  void html() throws RtfException {
    assertThat(Convert.html("{\\rtf1 <a href=\"x\">&amp;}"))
        .isEqualTo("<p>&lt;a href=&quot;x&quot;&gt;&amp;amp;</p>\n");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Markdown: marks only where they count, blanks outside them, nothing by accident")
  @CsvSource(
      delimiter = '|',
      value = {
        "a {\\b b} c|a **b** c",
        "a{\\b  b }c|a **b** c",
        "{\\i i}|*i*",
        "{\\b\\i x} y|***x*** y",
        "in{\\b si}de|in<b>si</b>de",
        "({\\i x})|(<i>x</i>)",
        "a {\\b (x)} c|a <b>(x)</b> c",
        "a {\\b x} |a **x**",
        "a{\\b  }c|a c",
        "2 * 3_4|2 \\* 3\\_4",
        "1. a|1\\. a",
        "12) a|12\\) a",
        "- a|\\- a",
        "a\\line + b|a\\#\\+ b",
        "a\\line |a<br>",
      })
  void markdown(String rtf, String markdown) throws RtfException {
    assertThat(Convert.markdown("{\\rtf1 " + rtf + "}"))
        .isEqualTo(markdown.replace("\\#", "\\\n") + "\n");
  }

  @Test
  @DisplayName("Markdown: a blank line between paragraphs, none for an empty one")
  void markdownParagraphs() throws RtfException {
    assertThat(Convert.markdown("{\\rtf1 a\\par\\par b\\par}")).isEqualTo("a\n\nb\n");
  }

  /// By hand: the words are it, s, 3, pm, 建, 造; the characters 4 + 1 + 4 + 1 + 2 and 1 emoji.
  @Test
  @DisplayName("statistics: words, a Chinese character each, and characters, an emoji being one")
  void statistics() {
    StatisticsConverter converter = new StatisticsConverter();
    converter.text("it's ", Style.PLAIN);
    converter.text("3 p", new Style(true, false));
    converter.text("m", new Style(true, true));
    converter.lineBreak();
    converter.text("建造😀", new Style(false, true));
    converter.endParagraph();

    assertThat(converter.statistics()).isEqualTo(new Statistics(1, 6, 12, 4, 4));
  }

  @Test
  @DisplayName("statistics: lines and paragraphs end words")
  void wordEnds() {
    StatisticsConverter converter = new StatisticsConverter();
    converter.text("a", Style.PLAIN);
    converter.lineBreak();
    converter.text("b", Style.PLAIN);
    converter.endParagraph();
    converter.text("c", Style.PLAIN);
    converter.endParagraph();

    assertThat(converter.statistics()).isEqualTo(new Statistics(2, 3, 3, 0, 0));
  }
}
