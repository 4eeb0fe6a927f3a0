package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@DisplayName("A text")
class PagerTest {

  private static final String THREE = "one\ntwo\n三\n";

  @TempDir private Path folder;

  private String shown(int rows, String pager, String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      new Pager(new Screen(80, rows, false, Language.ENGLISH), pager).show(text);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("longer than the terminal goes through the pager that the reader has set")
  void paged() throws Exception {
    Path seen = folder.resolve("seen");

    assertThat(shown(3, "cat >'" + seen + "'", THREE)).isEmpty();
    assertThat(seen).hasContent(THREE);
  }

  @Test
  @DisplayName("that fits, or goes to a file, is printed")
  void printed() throws Exception {
    String unwanted = "touch '" + folder.resolve("unwanted") + "'";

    assertThat(shown(4, unwanted, THREE)).isEqualTo(THREE);
    assertThat(shown(Screen.ENDLESS, unwanted, THREE)).isEqualTo(THREE);
    assertThat(Files.exists(folder.resolve("unwanted"))).isFalse();
  }

  @Test
  @DisplayName("may be left before its end")
  void left() throws Exception {
    assertThat(shown(3, "true", "line\n".repeat(100_000))).isEmpty();
  }
}
