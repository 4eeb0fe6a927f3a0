package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
      "text(…) and lineBreak() add a string to the parts; endParagraph() adds array(parts, \"  \")"
          + " to the paragraphs and clears the parts; json() is array(paragraphs, \"\") and a line"
          + " end. array(elements, indent) is [] if there are none, else \"[\\n"
          + "  \" + indent, the elements joined by \",\\n"
          + "  \" + indent, \"\\n\" + indent and \"]\". Go through the text character by character:"
          + " \\\" and \\\\ for the quotation mark and the backslash, \\n, \\t,"
          + " String.format(\"\\\\u%04x\", (int) c) for any other below a blank, else c itself."
    },
    chinese =
        @Exercise.Chinese(
            title = "第五种表示：带缩进的 JSON",
            hints = {
              "调用 text(…) 时哪些部分已经可以写下来？哪些要等到段落或文档结束？",
              "数组的两个元素之间有逗号：把写好的元素连接起来，比写了逗号再收回容易。用一个列表存当前段落的文本段，另一个列表存已经完成的段落。",
              "text(…) 和 lineBreak() 往 parts 里加一个字符串；endParagraph() 把 array(parts, \"  \") 加进 paragraphs，并清空 parts；json() 是 array(paragraphs, \"\") 再加一个换行。array(elements, indent)：没有元素时为 []，否则为 \"[\\n  \" + indent，各元素以 \",\\n  \" + indent 连接，最后是 \"\\n\" + indent 和 \"]\"。文本逐个字符处理：引号和反斜杠写成 \\\" 和 \\\\，换行和制表符写成 \\n 和 \\t，其他小于空格的字符用 String.format(\"\\\\u%04x\", (int) c)，其余照原样写 c。"
            }))
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
  @DisplayName("a paragraph may begin with a line break, and hold two in a row")
  void breaks() {
    JsonConverter converter = new JsonConverter();
    converter.lineBreak();
    converter.text("a", Style.PLAIN);
    converter.lineBreak();
    converter.lineBreak();
    converter.endParagraph();

    assertThat(converter.json())
        .as("json of a break, a, and two breaks")
        .isEqualTo(
            """
            [
              [
                null,
                {"text": "a", "bold": false, "italic": false},
                null,
                null
              ]
            ]
            """);
  }

  @Test
  @DisplayName("to ask for the document does not change it")
  void twice() {
    JsonConverter converter = new JsonConverter();
    converter.endParagraph();
    String json = converter.json();

    assertThat(converter.json()).as("json, asked for a second time").isEqualTo(json);
    converter.endParagraph();
    assertThat(converter.json())
        .as("json after one more paragraph")
        .isEqualTo("[\n  [],\n  []\n]\n");
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
    assertThat(run("\b\f\r"))
        .as("json of a backspace, a form feed and a carriage return")
        .isEqualTo("{\"text\": \"\\u0008\\u000c\\u000d\", \"bold\": false, \"italic\": false}");
    assertThat(run("\u007f\u0085"))
        .as("json of U+007F and U+0085, which need no escape")
        .isEqualTo("{\"text\": \"\u007f\u0085\", \"bold\": false, \"italic\": false}");
    assertThat(run("a,]"))
        .as("json of the text a,]")
        .isEqualTo("{\"text\": \"a,]\", \"bold\": false, \"italic\": false}");
    assertThatCode(() -> run("100 %")).as("json of the text 100 %").doesNotThrowAnyException();
    assertThat(run("100 %s"))
        .as("json of the text 100 %s")
        .isEqualTo("{\"text\": \"100 %s\", \"bold\": false, \"italic\": false}");
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
