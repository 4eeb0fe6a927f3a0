package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the code draws or writes, and the file with it that the pages show.
public final class Committed {

  /// What a page beside a phone's edges has room for: a wider picture is shrunk with its text.
  private static final int WIDEST = 600;

  private static final Pattern WIDTH = Pattern.compile("<svg [^>]*width='(\\d+)'");

  private Committed() {}

  /// Compares the two; under `-Dnotes=update` the file is written first.
  ///
  /// @param file relative to the topic's folder, as in `pictures/growth.svg`
  /// @throws AssertionError if they differ, or if it is a picture of more than 600 pixels
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
    if (file.toString().endsWith(".svg")) {
      assertThat(width(text))
          .as("%s: the width that a page has room for", file)
          .isLessThanOrEqualTo(WIDEST);
    }
  }

  private static int width(String svg) {
    Matcher matcher = WIDTH.matcher(svg);
    assertThat(matcher.find()).as("a width in %s", svg.lines().findFirst()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }
}
