package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that the pages show")
class CommittedTest {

  private final String notes = System.getProperty("notes");

  @TempDir private Path folder;

  @AfterEach
  void reset() {
    if (notes == null) {
      System.clearProperty("notes");
    } else {
      System.setProperty("notes", notes);
    }
  }

  @Test
  @DisplayName("that differs from what the code writes is an error, and is left as it is")
  void differs() throws IOException {
    System.setProperty("notes", "");
    Path file = Files.writeString(folder.resolve("matrices.md"), "old\n");
    Committed.assertSame(file, "old\n");
    assertThatThrownBy(() -> Committed.assertSame(file, "new\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(file + " is out of date: mvn test -Dnotes=update writes it again");
    Committed.assertSame(file, "old\n");
  }

  @Test
  @DisplayName("is written under -Dnotes=update, with its folder")
  void update() throws IOException {
    System.setProperty("notes", "update");
    Path file = folder.resolve("pictures").resolve("matrices.md");
    Committed.assertSame(file, "new\n");
    System.setProperty("notes", "");
    Committed.assertSame(file, "new\n");
  }

  @Test
  @DisplayName("that is a picture has a width, and at most that of a page")
  void wide() throws IOException {
    System.setProperty("notes", "update");
    Path file = folder.resolve("a.svg");
    Committed.assertSame(file, "<svg class='plot' width='600' height='900'/>\n");
    assertThatThrownBy(() -> Committed.assertSame(file, "<svg width='601' height='10'/>\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(file + ": the width that a page has room for");
    assertThatThrownBy(() -> Committed.assertSame(file, "<svg viewBox='0 0 9 9'/>\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a width in");
  }
}
