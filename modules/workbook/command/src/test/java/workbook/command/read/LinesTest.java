package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A line")
class LinesTest {

  private static List<String> wrap(String text, int width) {
    return strings(Lines.wrap(new AttributedString(text), width));
  }

  private static List<String> strings(List<AttributedString> lines) {
    return lines.stream().map(AttributedString::toString).toList();
  }

  @ParameterizedTest(name = "{0} in {1} columns: {2}")
  @DisplayName("is as full as its words let it be, to the last column")
  @CsvSource({
    "one two three, 7, one two|three",
    "one two three, 8, one two|three",
    "one two three, 6, one|two|three",
    "one two three, 13, one two three",
    // A word that does not fit is left whole.
    "a climbing-stairs/1 b, 5, a|climbing-stairs/1|b",
    "mvn test -Psolutions, 10, mvn test|-Psolutions",
    // Each of these characters takes two columns.
    "一二三四五, 4, 一二|三四|五",
    "一二三四五, 5, 一二|三四|五",
    // A closing mark does not begin a line, and an opening one does not end it.
    "一二。三, 4, 一|二。|三",
    "一（二）三, 4, 一|（二）|三",
    "一二，三, 6, 一二，|三",
    "用 int 型, 6, 用 int|型",
    "用int型, 5, 用int|型",
  })
  void wrap(String text, int width, String lines) {
    assertThat(wrap(text, width)).containsExactly(lines.split("\\|"));
  }

  @Test
  @DisplayName("ends where the text says so")
  void hardBreak() {
    assertThat(wrap("one two\nthree\n\nfour", 80)).containsExactly("one two", "three", "", "four");
    assertThat(wrap("", 80)).isEmpty();
  }

  @Test
  @DisplayName("keeps its colours when it is wrapped")
  void styles() {
    AttributedString text =
        Lines.join(
            new AttributedString("one "),
            new AttributedString("two three", AttributedStyle.BOLD),
            new AttributedString(" four"));

    List<AttributedString> lines = Lines.wrap(text, 7);

    assertThat(strings(lines)).containsExactly("one two", "three", "four");
    assertThat(lines.get(0).styleAt(0)).isEqualTo(AttributedStyle.DEFAULT);
    assertThat(lines.get(0).styleAt(4)).isEqualTo(AttributedStyle.BOLD);
    assertThat(lines.get(1).styleAt(4)).isEqualTo(AttributedStyle.BOLD);
    assertThat(lines.get(2).styleAt(0)).isEqualTo(AttributedStyle.DEFAULT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("needs the room of its widest word")
  @CsvSource({"one three two, 5", "一二。三, 4", "a 一, 2", "'', 0"})
  void widestWord(String text, int width) {
    assertThat(Lines.widestWord(new AttributedString(text))).isEqualTo(width);
  }

  @Test
  @DisplayName("behind a prefix does not end in blanks")
  void prefixed() {
    List<AttributedString> lines = Lines.split(new AttributedString("a\n\nb\n"));

    assertThat(strings(Lines.indented(lines, 2))).containsExactly("  a", "", "  b");
    assertThat(
            strings(Lines.prefixed(lines, new AttributedString("- "), new AttributedString("| "))))
        .containsExactly("- a", "|", "| b");
  }
}
