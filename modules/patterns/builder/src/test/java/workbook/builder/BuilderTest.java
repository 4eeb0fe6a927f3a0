package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("./workbook run builder")
class BuilderTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Builder.run(stream(out), stream(err), args);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /// The counts by hand. Words: Tea biscuits half past three, The café is called, 建, 造, Bring 5
  /// friends. Characters: 32 and 22 and 18 in the three lines. Bold: the 15 of "half past three"
  /// and the 2 of "建造"; italic: the 4 of "café" and those 2.
  @Test
  @DisplayName("shows one document four times")
  void fourTimes() {
    assertThat(run()).isZero();
    assertThat(text(out))
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

    assertThat(run(file.toString())).isZero();
    assertThat(text(out)).startsWith("HTML\n  <p>a</p>\n");
  }

  @Test
  @DisplayName("says in one line what is wrong with a file, or with the arguments")
  void wrong(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(run(folder.resolve("b").toString())).isEqualTo(2);
    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(run("a", "b")).isEqualTo(2);
    assertThat(text(err).lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "builder: %s is not RTF: offset 0: a document begins with {\\rtf1"
                            .formatted(file)),
            line -> assertThat(line).isEqualTo("builder: there is no file " + folder.resolve("b")),
            line -> assertThat(line).startsWith("builder: " + folder + " cannot be read: "),
            line -> assertThat(line).isEqualTo("builder: one RTF file at most, not 2"));
    assertThat(text(out)).isEmpty();
  }

  @Test
  @DisplayName("jdk-builders: which of them gives an equal product twice")
  void jdkBuilders() throws IOException {
    JdkBuilders.print(stream(out));

    assertThat(text(out))
        .isEqualTo(
            """
            builder          director           product                    twice the same?
            HttpRequest      your code          https://example.org/ GET   an equal one
            Stream.Builder   your code          stream of a, b             IllegalStateException
            StringBuilder    java.util.Formatter 46 steps                   an equal one
            ProcessBuilder   your code          a process                  another process
            """);
  }
}
