package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Java")
class JavaColoursTest {

  /// The coloured parts of code, each with the name of its colour.
  private static List<String> colours(String code) {
    AttributedString coloured = JavaColours.of(code);
    assertThat(coloured.toString()).as("the text itself").isEqualTo(code);
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= coloured.length(); i++) {
      if (i == coloured.length() || !coloured.styleAt(i).equals(coloured.styleAt(start))) {
        String name = name(coloured.styleAt(start));
        if (!name.isEmpty()) {
          parts.add(name + " " + coloured.subSequence(start, i));
        }
        start = i;
      }
    }
    return parts;
  }

  private static String name(AttributedStyle style) {
    if (style.equals(JavaColours.COMMENT)) {
      return "comment";
    }
    if (style.equals(JavaColours.STRING)) {
      return "string";
    }
    if (style.equals(JavaColours.ANNOTATION)) {
      return "annotation";
    }
    return style.equals(JavaColours.KEYWORD) ? "keyword" : "";
  }

  @Test
  @DisplayName("keywords are coloured, and names that begin like them are not")
  void keywords() {
    assertThat(colours("static int interest = news ? null : 1;"))
        .containsExactly("keyword static", "keyword int", "keyword null");
  }

  @Test
  @DisplayName("the words that are keywords in places only are coloured there")
  void contextualKeywords() {
    assertThat(colours("sealed interface A permits B {} record B(int x) implements A {}"))
        .containsExactly(
            "keyword sealed",
            "keyword interface",
            "keyword permits",
            "keyword record",
            "keyword int",
            "keyword implements");
    assertThat(colours("var record = x.record(); record.yield(when); non-sealed class C {}"))
        .containsExactly("keyword var", "keyword non-sealed", "keyword class");
  }

  @Test
  @DisplayName("a string ends at its own end, and holds no comment")
  void strings() {
    assertThat(colours("a(\"x \\\" // y\", '\"', 'c'); // if"))
        .containsExactly("string \"x \\\" // y\"", "string '\"'", "string 'c'", "comment // if");
  }

  @Test
  @DisplayName("a text block goes over lines, and an escaped end does not end it")
  void textBlock() {
    String block = "\"\"\"\n  int \"x\" \\\"\"\"\n  y\"\"\"";
    assertThat(colours("s = " + block + "; return"))
        .containsExactly("string " + block, "keyword return");
  }

  @Test
  @DisplayName("a long text block is no burden")
  void longTextBlock() {
    String block = "\"\"\"\n" + "x\n".repeat(50_000) + "\"\"\"";
    assertThat(colours(block)).containsExactly("string " + block);
  }

  @Test
  @DisplayName("comments hold no strings and no keywords")
  void comments() {
    assertThat(colours("/* \"int\n */ int x; /// Doc 'if'\nint /* a */ y /* b */"))
        .containsExactly(
            "comment /* \"int\n */",
            "keyword int",
            "comment /// Doc 'if'",
            "keyword int",
            "comment /* a */",
            "comment /* b */");
  }

  @Test
  @DisplayName("annotations are coloured with their whole name; an annotation type is a type")
  void annotations() {
    assertThat(colours("@Test @a.b.C(1) @interface D"))
        .containsExactly("annotation @Test", "annotation @a.b.C", "keyword interface");
  }
}
