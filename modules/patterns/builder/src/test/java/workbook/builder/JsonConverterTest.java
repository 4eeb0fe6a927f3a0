package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.builder.rtf.RtfException;
import workbook.builder.rtf.RtfReader;
import workbook.builder.rtf.TextConverter.Style;
import workbook.exercise.Exercise;

@Exercise(
    id = "builder/4",
    title = "A fifth representation: indented JSON",
    hints = {
      "Which part can you write down when text(…) is called, and which only when the paragraph or"
          + " the document is over?",
      "Between two elements of an array stands a comma: it is easier to join finished elements than"
          + " to take back a comma. Keep a list of the runs of this paragraph, and one of the"
          + " finished paragraphs.",
      "RFC 8259, section 7: the quotation mark, the backslash and everything below U+0020 must be"
          + " escaped; \\n, \\t and \\u0001 are ways to do it. Everything else may stand as it is."
    })
@DisplayName("A fifth representation: indented JSON")
class JsonConverterTest {

  @Test
  @DisplayName("a document without paragraphs is an empty array")
  void empty() {
    assertThat(new JsonConverter().json()).as("json of nothing").isEqualTo("[]\n");
  }

  @Test
  @DisplayName("runs and line breaks in order, an empty paragraph as an empty array")
  void paragraphs() {
    JsonConverter converter = new JsonConverter();
    converter.text("a", Style.PLAIN);
    converter.lineBreak();
    converter.endParagraph();
    converter.endParagraph();

    assertThat(converter.json())
        .as("json of two paragraphs, the second empty")
        .isEqualTo(
            """
            [
              [
                {"text": "a", "bold": false, "italic": false},
                null
              ],
              []
            ]
            """);
  }

  @Test
  @DisplayName("the reader drives it like the others, and has not changed")
  void reader() throws RtfException {
    JsonConverter converter = new JsonConverter();
    new RtfReader("{\\rtf1 a\\b b\\i c\\par d}".getBytes(StandardCharsets.US_ASCII))
        .read(converter);

    assertThat(converter.json())
        .as("json of a, bold b, bold and italic c, and d in the next paragraph")
        .isEqualTo(
            """
            [
              [
                {"text": "a", "bold": false, "italic": false},
                {"text": "b", "bold": true, "italic": false},
                {"text": "c", "bold": true, "italic": true}
              ],
              [
                {"text": "d", "bold": true, "italic": true}
              ]
            ]
            """);
  }

  /// RFC 8259, section 7: what must be escaped, and what need not be.
  @Test
  @DisplayName("characters that must be escaped are, and no others")
  void escapes() {
    assertThat(run("a\"b\\c"))
        .as("json of the text a\"b\\c")
        .isEqualTo("{\"text\": \"a\\\"b\\\\c\", \"bold\": false, \"italic\": false}");
    assertThat(run("\n\t\u0001\u001f"))
        .as("json of a line end, a tab, U+0001 and U+001F")
        .isEqualTo("{\"text\": \"\\n\\t\\u0001\\u001f\", \"bold\": false, \"italic\": false}");
    assertThat(run("/<建造😀 "))
        .as("json of /<建造😀 and a blank")
        .isEqualTo("{\"text\": \"/<建造😀 \", \"bold\": false, \"italic\": false}");
  }

  /// The line of a paragraph's only run.
  private static String run(String text) {
    JsonConverter converter = new JsonConverter();
    converter.text(text, Style.PLAIN);
    converter.endParagraph();
    return converter
        .json()
        .lines()
        .filter(line -> line.contains("text"))
        .findFirst()
        .orElse("")
        .strip();
  }
}
