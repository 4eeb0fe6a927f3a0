package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A temporary folder")
class TemporaryFolderTest {

  @TempDir private Path parent;

  @Test
  @DisplayName("is gone when it is closed, with what is in it")
  void closed() throws IOException {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.in(parent)) {
      path = folder.path();
      Files.writeString(Files.createDirectory(path.resolve("part")).resolve("file"), "text");
      assertThat(path).isDirectory();
    }
    assertThat(path).doesNotExist();
    assertThat(parent).isEmptyDirectory();
  }

  @RepeatedTest(3)
  @DisplayName("is gone after SIGTERM, though files are still made in it")
  void terminated() throws IOException, InterruptedException {
    Path output = Files.createTempFile("temporary-folder-", "");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Writer.class.getName(),
                parent.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (files() < 100) {
        assertThat(process.isAlive()).as("it writes").isTrue();
        assertThat(System.nanoTime()).as("waiting for 100 files").isLessThan(deadline);
        Thread.sleep(5);
      }
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(parent).isEmptyDirectory();
      assertThat(output).content().isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
      Files.delete(output);
    }
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(parent)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  /// Makes files until it is ended.
  static final class Writer {

    private Writer() {}

    static void main(String[] args) throws IOException {
      try (TemporaryFolder folder = TemporaryFolder.in(Path.of(args[0]))) {
        for (int i = 0; true; i++) {
          Files.createFile(folder.path().resolve("file" + i));
        }
      } catch (NoSuchFileException _) {
        // The folder has been deleted.
      }
    }
  }
}
