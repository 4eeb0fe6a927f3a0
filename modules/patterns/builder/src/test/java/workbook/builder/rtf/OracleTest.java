package workbook.builder.rtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.rtf.RTFEditorKit;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The converters agree with programs that others wrote")
class OracleTest {

  static Stream<String> documents() {
    return RandomDocuments.of(200);
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("the plain text is that of the JDK's RTFEditorKit")
  void swing(String rtf) throws RtfException, IOException, BadLocationException {
    assertThat(Convert.text(rtf)).as(rtf).isEqualTo(swingText(rtf));
  }

  @Test
  @DisplayName(
      "where the JDK's kit parts from the specification, this reader follows the specification")
  void swingDiffers() throws RtfException, IOException, BadLocationException {
    // "If the code page is double-byte, \'bd\'a8 is one character": the kit reads each byte by
    // itself.
    String chinese = "{\\rtf1\\ansi\\ansicpg936 \\'bd\\'a8}";
    assertThat(Convert.text(chinese)).isEqualTo("建\n");
    assertThat(swingText(chinese)).isNotEqualTo("建\n");

    // A negative \\u is a 16-bit number: 65536 is to be added.
    String negative = "{\\rtf1\\ansi \\u-28640?}";
    assertThat(Convert.text(negative)).isEqualTo("造\n");
  }

  @Test
  @DisplayName("the kit reads a font's Chinese, but stays with that font after its group")
  void swingFonts() throws RtfException, IOException, BadLocationException {
    String fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}";
    String restated = "{\\rtf1\\ansi" + fonts + "{\\f1\\'bd\\'a8\\'d4\\'ec}\\f0\\'e9\\'e8}";
    assertThat(Convert.text(restated)).isEqualTo("建造éè\n").isEqualTo(swingText(restated));

    // In GBK 0xE9E8 is U+6B8D. A group gives its font back at its end, as it does its style.
    String inherited = restated.replace("\\f0\\'e9", "\\'e9");
    assertThat(Convert.text(inherited)).isEqualTo("建造éè\n");
    assertThat(swingText(inherited)).isEqualTo("建造\u6b8d\n");
  }

  /// The kit ends a document with a line end of its own where the last paragraph had none.
  private static String swingText(String rtf) throws IOException, BadLocationException {
    RTFEditorKit kit = new RTFEditorKit();
    Document document = kit.createDefaultDocument();
    kit.read(new StringReader(rtf), document, 0);
    String text = document.getText(0, document.getLength());
    return text.endsWith("\n") ? text : text + "\n";
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("the Markdown, read by commonmark-java, is the HTML")
  void commonmark(String rtf) throws RtfException {
    assertThat(normal(rendered(Convert.markdown(rtf))))
        .as(rtf)
        .isEqualTo(normal(Convert.html(rtf)));
  }

  @Test
  @DisplayName("stars beside punctuation are no marks for commonmark-java, so tags stand there")
  void starsBesidePunctuation() throws RtfException {
    assertThat(rendered("**建造。**模式")).isEqualTo("<p>**建造。**模式</p>\n");

    String rtf =
        "{\\rtf1\\ansi\\ansicpg936 {\\b\\'bd\\'a8\\'d4\\'ec\\'a1\\'a3}\\'c4\\'a3\\'ca\\'bd}";
    assertThat(rendered(Convert.markdown(rtf))).isEqualTo("<p><b>建造。</b>模式</p>\n");
  }

  private static String rendered(String markdown) {
    return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
  }

  /// The same elements under one name, and blanks at the edges of lines and of marks left out: HTML
  /// shows neither.
  private static String normal(String html) {
    return html.replace("strong>", "b>")
        .replace("em>", "i>")
        .replaceAll("<i><b>(.*?)</b></i>", "<b><i>$1</i></b>")
        .replaceAll("\\s*<br( /)?>\\s*", "<br>")
        .replaceAll("((?:<[bi]>)+)(\\s+)", "$2$1")
        .replaceAll("(\\s+)((?:</[bi]>)+)", "$2$1")
        .replaceAll("\\s+", " ")
        .replaceAll("<p>\\s*|\\s*</p>\\s*", "\n")
        .replaceAll("\n+", "\n");
  }
}
