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
      "Gather characters until the style changes or the paragraph ends; only then call text(…), and"
          + " only if there are any.",
      "At a star: hand over what was gathered in the old style, then flip bold. At an empty line,"
          + " and at the end of the input: hand over, end the paragraph, and begin plain again."
    })
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
    assertThat(html("")).as("nothing").isEmpty();
    assertThat(html("\n\n")).as("two line ends").isEmpty();
  }

  @Test
  @DisplayName("runs without characters are not reported")
  void emptyRuns() {
    StringBuilder told = new StringBuilder();
    StarReader.read(
        "**a**",
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

    assertThat(told.toString()).as("lengths and styles of the runs of **a**").isEqualTo("1p.");
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
