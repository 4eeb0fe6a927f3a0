package workbook.builder.rtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
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
        "a\\line {\\b  }\\line |a<br> <br>",
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

  /// A paragraph of n breaks and one word is 2n looks if every run is looked at once from each end.
  /// Looking ahead from each break would be n²/2 = 2,000,000.
  @Test
  @DisplayName("Markdown: 2,000 line breaks are looked at twice each, not 2,000 times")
  void markdownIsLinear() throws RtfException {
    CountingList<MarkdownConverter.Run> paragraph = new CountingList<>();
    MarkdownConverter converter = new MarkdownConverter(paragraph);
    Convert.reader("{\\rtf1 a" + "\\line ".repeat(2_000) + "}").read(converter);

    assertThat(converter.markdown()).isEqualTo("a" + "<br>".repeat(2_000) + "\n");
    assertThat(paragraph.looks).isLessThan(3 * 2_000);
  }

  /// Counts how often an element is looked at.
  private static final class CountingList<E> extends AbstractList<E> {
    private final List<E> elements = new ArrayList<>();
    private int looks;

    @Override
    public E get(int index) {
      looks++;
      return elements.get(index);
    }

    @Override
    public void add(int index, E element) {
      elements.add(index, element);
    }

    @Override
    public void clear() {
      elements.clear();
    }

    @Override
    public int size() {
      return elements.size();
    }
  }

  /// By hand: the words are it's, 3, pm, 建, 造; the characters 4 + 1 + 4 + 1 + 2 and 1 emoji.
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

    assertThat(converter.statistics()).isEqualTo(new Statistics(1, 5, 12, 4, 4));
  }

  /// Unicode Standard Annex 29: an accent, a vowel sign, an apostrophe or a decimal point within a
  /// word does not end it. Each Chinese character counts, as in a word processor.
  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("statistics: words in other scripts, with combining marks")
  @CsvSource(
      delimiter = '|',
      value = {
        "cafe\u0301s|1",
        "नमस्ते दुनिया|2",
        "שָׁלוֹם עוֹלָם|2",
        "안녕 하세요|2",
        "3.14 and 1,000|3",
        "建造者 abc|4",
        "\uD840\uDC00\uD840\uDC01|2",
        "👍🏽 — !|0",
      })
  void words(String text, int words) {
    StatisticsConverter converter = new StatisticsConverter();
    converter.text(text, Style.PLAIN);
    converter.endParagraph();

    assertThat(converter.statistics().words()).as(text).isEqualTo(words);
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
