package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the code draws or writes, and the file with it that the pages show.
public final class Committed {

  private Committed() {}

  /// Compares the two; under `-Dnotes=update` the file is written first.
  ///
  /// @param file relative to the topic's folder, as in `pictures/growth.svg`
  /// @throws AssertionError if they differ
  public static void assertSame(Path file, String text) throws IOException {
    if ("update".equals(System.getProperty("notes"))) {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file))
        .as("%s is out of date: mvn test -Dnotes=update writes it again", file)
        .isEqualTo(text);
  }
}
