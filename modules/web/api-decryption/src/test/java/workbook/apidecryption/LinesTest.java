package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lines of a text")
class LinesTest {

  /// A text that counts how often one of its characters is asked for.
  private static final class Counted implements CharSequence {

    private final String text;
    private int reads;

    private Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  @DisplayName("a line feed is the last character of its line, and the line after it begins at 1")
  void places() {
    Lines lines = Lines.of("ab\n\nc\n");
    assertThat(lines.at(0)).isEqualTo("1:1");
    assertThat(lines.at(2)).isEqualTo("1:3");
    assertThat(lines.at(3)).isEqualTo("2:1");
    assertThat(lines.at(4)).isEqualTo("3:1");
    assertThat(lines.at(5)).isEqualTo("3:2");
    assertThat(lines.at(6)).isEqualTo("4:1");
    assertThat(Lines.of("").at(0)).isEqualTo("1:1");
  }

  @Test
  @DisplayName("30,000 places: each character is read once")
  void once() {
    Counted text = new Counted("a.b(c)\n".repeat(30_000));
    Lines lines = Lines.of(text);
    for (int line = 1; line <= 30_000; line++) {
      assertThat(lines.at(7 * (line - 1) + 2)).isEqualTo(line + ":3");
    }
    assertThat(text.reads).isEqualTo(text.length());
  }

  @Test
  @DisplayName("an excerpt of a long text: no more is read than is shown")
  void excerpt() {
    Counted text = new Counted("f(\n\t 1, " + "2".repeat(1_000_000) + ")");
    assertThat(Script.excerpt(text, 0, text.length(), 20)).isEqualTo("f( 1, 22222222222...");
    // 21 characters of the line, and two blanks that it does not have.
    assertThat(text.reads).isEqualTo(23);
    assertThat(Script.excerpt(text, 0, 9, 20)).isEqualTo("f( 1, 2");
    assertThat(Script.excerpt(text, 2, 5, 20)).isEqualTo(" ");
    assertThat(Script.excerpt(text, 6, 26, 20)).isEqualTo(", " + "2".repeat(18));
  }
}
