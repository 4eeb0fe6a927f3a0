package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of runs")
class RunsFileTest {

  @TempDir private Path folder;

  private static RunsFile open(Path file) {
    return RunsFile.open("--keep", file.toString(), "run 1", line -> line.matches("run [0-9]+"));
  }

  @Test
  @DisplayName("keeps what was added, and goes on from there, in the same order")
  void kept() throws IOException {
    Path file = folder.resolve("runs");
    RunsFile runs = open(file);
    assertThat(file).as("tried before anything is run").isEmptyFile();
    runs.add("run 2");
    runs.add("run 1");
    assertThat(runs.lines()).containsExactly("run 2", "run 1");
    // As an editor may leave it.
    Files.writeString(file, "run 2\nrun 1");
    RunsFile again = open(file);
    again.add("run 3");
    assertThat(file).hasContent("run 2\nrun 1\nrun 3\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  @DisplayName("is left as it was where it is no file of runs")
  void foreign() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "run 1\ndear diary");
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(Refusal.class)
        .hasMessage(text + " wants lines as 'run 1', and has 'dear diary'");
    assertThat(Files.readString(text)).isEqualTo("run 1\ndear diary");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 10});
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(Refusal.class)
        .hasMessage(bytes + " is not a text in UTF-8");
    assertThat(bytes).hasBinaryContent(new byte[] {(byte) 0xff, 10});
  }

  @Test
  @DisplayName("is written where a link leads, and the link stays")
  void link() throws IOException {
    Path file = Files.writeString(folder.resolve("runs"), "run 1\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    open(link).add("run 2");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("run 1\nrun 2\n");
  }

  /// A device can be written to; but it would be replaced by a file.
  @Test
  @DisplayName("is no device")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void device() {
    Path device = Path.of("/dev/null");
    assertThatThrownBy(() -> OutputFile.of("--keep", device.toString()))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "--keep must name a file in a folder that can be written to, and was '/dev/null'");
  }

  @Test
  @DisplayName("must be in a folder that can be written to")
  void nowhere() {
    for (Path file : new Path[] {folder, folder.resolve("no/such")}) {
      assertThatThrownBy(() -> open(file))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "--keep must name a file in a folder that can be written to, and was '%s'"
                  .formatted(file));
    }
  }
}
