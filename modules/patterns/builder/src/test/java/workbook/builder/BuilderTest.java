package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("./workbook run builder")
class BuilderTest {

  private static Printed run(String... args) {
    return Printed.by(new Builder(), args);
  }

  /// The counts by hand. Words: Tea biscuits half past three, The café is called, 建, 造, Bring 5
  /// friends. Characters: 32 and 22 and 18 in the three lines. Bold: the 15 of "half past three"
  /// and the 2 of "建造"; italic: the 4 of "café" and those 2.
  @Test
  @DisplayName("shows one document four times")
  void fourTimes() {
    assertThat(run().out())
        .isEqualTo(
            """
            HTML
              <p>Tea &amp; biscuits: <b>half past three</b>.</p>
              <p>The <i>café</i> is called <b><i>建造</i></b>.<br>Bring &lt; 5 friends.</p>

            Markdown
              Tea \\& biscuits: <b>half past three</b>.

              The *café* is called <b><i>建造</i></b>.\\
              Bring \\< 5 friends.

            Plain text
              Tea & biscuits: half past three.
              The café is called 建造.
              Bring < 5 friends.

            Statistics
              2 paragraphs, 14 words, 72 characters, 17 of them bold, 6 italic
            """);
  }

  @Test
  @DisplayName("reads a file")
  void file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.rtf"), "{\\rtf1 a}");

    assertThat(run(file.toString()).out()).startsWith("HTML\n  <p>a</p>\n");
  }

  @Test
  @DisplayName("says in one line what it had to guess or to ignore")
  void warnings(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.rtf"), "{\\rtf1\\ansi\\ansicpg0 a} b");

    Printed printed = run(file.toString());
    assertThat(printed.status()).isZero();
    assertThat(printed.out()).startsWith("HTML\n  <p>a</p>\n");
    assertThat(printed.err())
        .isEqualTo(
            """
            builder: %1$s: offset 11: code page 0 is not known: read as windows-1252
            builder: %1$s: offset 24: ignored after the end of the document: 1 byte
            """
                .formatted(file));
  }

  @Test
  @DisplayName("says in one line what is wrong with a file, or with the arguments")
  void wrong(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");

    assertThat(run(file.toString()))
        .isEqualTo(
            new Printed(
                1,
                "",
                "builder: %s is not RTF: offset 0: a document begins with {\\rtf1\n"
                    .formatted(file)));
    Path missing = folder.resolve("b");
    assertRefused(run(missing.toString()), "builder: there is no file " + missing + "\n");
    assertRefused(run(folder.toString()), "builder: " + folder + " cannot be read: ");
  }

  private static void assertRefused(Printed printed, String reason) {
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith(reason).hasLineCount(1);
  }

  @Test
  @DisplayName("jdk-builders: which of them gives an equal product twice")
  void jdkBuilders() {
    assertThat(Printed.by(new JdkBuilders()).out())
        .isEqualTo(
            """
            builder          director             product                    twice the same?
            HttpRequest      your code            https://example.org/ GET   an equal one
            Stream.Builder   your code            stream of a, b             IllegalStateException
            StringBuilder    java.util.Formatter  46 steps                   an equal one
            ProcessBuilder   your code            a process                  another process
            """);
  }
}
