package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("The option --text")
class CorpusOptionTest {

  @TempDir private Path folder;

  @Command(name = "mixed")
  private static final class Mixed implements Example {
    @Mixin private CorpusOption text;

    @Override
    public int run(PrintStream out) {
      out.print(text.corpus().name());
      return 0;
    }
  }

  private static Printed mixed(String... args) {
    return Printed.by(new Mixed(), args);
  }

  @Test
  @DisplayName("names a file, or the grammar; without it come the names of Unicode's characters")
  void names() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "ten of them");
    assertThat(mixed()).isEqualTo(new Printed(0, "Unicode names", ""));
    assertThat(mixed("--text", "grammar")).isEqualTo(new Printed(0, "grammar", ""));
    assertThat(mixed("--text", file.toString())).isEqualTo(new Printed(0, "a.txt", ""));
  }

  @Test
  @DisplayName("is refused in one line where there is no such file, no value, or a second one")
  void refused() {
    assertThat(mixed("--text", "/no/such"))
        .isEqualTo(new Printed(2, "", "mixed: there is no file /no/such\n"));
    assertThat(mixed("--text"))
        .isEqualTo(new Printed(2, "", "mixed: --text needs a value: --text FILE\n"));
    assertThat(mixed("--text", "grammar", "--text", "grammar"))
        .isEqualTo(new Printed(2, "", "mixed: --text stands twice, and is taken once\n"));
  }
}
