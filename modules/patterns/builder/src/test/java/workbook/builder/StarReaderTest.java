package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.builder.rtf.HtmlConverter;
import workbook.builder.rtf.PlainTextConverter;
import workbook.builder.rtf.TextConverter;
import workbook.exercise.Exercise;

@Exercise(
    id = "builder/3",
    title = "Another director for the same builders",
    hints = {
      "What has to be known between one character and the next? It is less than RTF needs.",
      "Gather characters until the style changes, the line ends or the paragraph ends; only then"
          + " call text(…), and only if there are any.",
      "Go through (marked + \"\\n\").split(\"\\n\", -1) with two variables, inParagraph and bold."
          + " At an empty line: if inParagraph, end the paragraph; then set both to false. At any"
          + " other: if inParagraph, break the line; set inParagraph; then go through the"
          + " characters of line.replace(\"**\", \"\"). At a star hand over what was gathered, and"
          + " flip bold; gather every other character; hand over at the end of the line. Hand over"
          + " is: if anything was gathered, text(…) with new Style(bold, false), and begin to"
          + " gather anew."
    },
    chinese =
        @Exercise.Chinese(
            title = "同一批构建者，换一个导向者",
            hints = {
              "从一个字符到下一个字符，需要记住什么？比 RTF 需要的少。",
              "先把字符攒起来，直到样式改变、行结束或段落结束；这时才调用 text(…)，而且只在攒到了字符时调用。",
              "用两个变量 inParagraph 和 bold，遍历 (marked + \"\\n\").split(\"\\n\", -1)。遇到空行：如果 inParagraph，就结束段落；然后两个变量都设为 false。遇到其他行：如果 inParagraph，就换行；把 inParagraph 设为 true；再逐个处理 line.replace(\"**\", \"\") 的字符：遇到星号就交出攒下的字符并翻转 bold，其他字符攒起来，行末再交一次。“交出”是指：攒到了字符才调用 text(…)，样式为 new Style(bold, false)，然后重新开始攒。"
            }))
@DisplayName("Another director for the same builders")
class StarReaderTest {

  private static String html(String marked) {
    HtmlConverter converter = new HtmlConverter();
    StarReader.read(marked, converter);
    return converter.html();
  }

  @Test
  @DisplayName("a paragraph ends at the end of the input")
  void end() {
    assertThat(html("a")).as("a, without a line end").isEqualTo("<p>a</p>\n");
    assertThat(html("a\n")).as("a, with a line end").isEqualTo("<p>a</p>\n");
  }

  @Test
  @DisplayName("stars turn bold on and off")
  void bold() {
    assertThat(html("a *b* c")).as("a *b* c").isEqualTo("<p>a <b>b</b> c</p>\n");
    assertThat(html("*a\nb*c"))
        .as("*a, b*c on the next line")
        .isEqualTo("<p><b>a</b><br><b>b</b>c</p>\n");
  }

  @Test
  @DisplayName("a paragraph begins plain")
  void unclosed() {
    assertThat(html("*a\n\nb")).as("*a, an empty line, b").isEqualTo("<p><b>a</b></p>\n<p>b</p>\n");
  }

  @Test
  @DisplayName("several empty lines end one paragraph, and nothing makes no paragraph")
  void emptyLines() {
    assertThat(html("a\n\n\n\nb\n\n"))
        .as("a, three empty lines, b")
        .isEqualTo("<p>a</p>\n<p>b</p>\n");
    assertThat(html("a\n\n\nb")).as("a, two empty lines, b").isEqualTo("<p>a</p>\n<p>b</p>\n");
    assertThat(html("\na")).as("an empty line, a").isEqualTo("<p>a</p>\n");
    assertThat(html("\n\na")).as("two empty lines, a").isEqualTo("<p>a</p>\n");
    assertThat(html("")).as("nothing").isEmpty();
    assertThat(html("\n\n")).as("two line ends").isEmpty();
  }

  @Test
  @DisplayName("runs without characters are not reported")
  void emptyRuns() {
    assertThat(runs("**a**")).as("lengths and styles of the runs of **a**").isEqualTo("1p.");
  }

  @Test
  @DisplayName("characters of one style are one run")
  void wholeRuns() {
    assertThat(runs("ab *cd* e"))
        .as("lengths and styles of the runs of ab *cd* e")
        .isEqualTo("3p2b2p.");
    assertThat(runs("a**b *c****d*"))
        .as("lengths and styles of the runs of a**b *c****d*")
        .isEqualTo("3p2b.");
  }

  @Test
  @DisplayName("a line of stars alone is a line")
  void starsAlone() {
    assertThat(html("a\n**\nb")).as("a, ** and b, on a line each").isEqualTo("<p>a<br><br>b</p>\n");
    assertThat(html("a\n*")).as("a, * on the next line").isEqualTo("<p>a<br></p>\n");
  }

  @Test
  @DisplayName("a carriage return is text")
  void carriageReturn() {
    assertThat(runs("a\rb"))
        .as("lengths and styles of the runs of a, a carriage return and b")
        .isEqualTo("3p.");
  }

  @Test
  @DisplayName("blanks are text")
  void blanks() {
    assertThat(html(" a \n *b* "))
        .as("blanks around lines")
        .isEqualTo("<p> a <br> <b>b</b> </p>\n");
    assertThat(html("a\n \nb")).as("a, a blank, b").isEqualTo("<p>a<br> <br>b</p>\n");
  }

  /// The length of each run with p or b for its style, / for a break and . for the end of a
  /// paragraph.
  private static String runs(String marked) {
    StringBuilder told = new StringBuilder();
    StarReader.read(
        marked,
        new TextConverter() {
          @Override
          public void text(String text, Style style) {
            told.append(text.length()).append(style.bold() ? "b" : "p");
          }

          @Override
          public void lineBreak() {
            told.append('/');
          }

          @Override
          public void endParagraph() {
            told.append('.');
          }
        });
    return told.toString();
  }

  @Test
  @DisplayName("every converter can be driven")
  void plain() {
    PlainTextConverter converter = new PlainTextConverter();
    StarReader.read("a *b*\nc", converter);

    assertThat(converter.text())
        .as("plain text of a *b*, c on the next line")
        .isEqualTo("a b\nc\n");
  }
}
