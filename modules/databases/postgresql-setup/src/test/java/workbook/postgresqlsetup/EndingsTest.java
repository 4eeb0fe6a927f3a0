package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("solutions")
@DisplayName("However an example ends, no server and no file is left")
class EndingsTest {

  @TempDir private Path folder;

  /// When the signal comes: while the archive is unpacked, while initdb runs, while the server
  /// starts, and while it is asked for a minute.
  @ParameterizedTest(name = "when {0} is there")
  @ValueSource(
      strings = {
        "lib",
        "share",
        "share/postgresql/timezone",
        "data/base",
        "log",
        "data/postmaster.pid"
      })
  @DisplayName("by SIGTERM")
  void terminated(String file) throws IOException, InterruptedException {
    // For the user that the server runs as, too.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path output = Files.createTempFile("endings-", "");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PostgresqlSetup.class.getName(),
                "--query",
                "select pg_sleep(60)")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      await(process, file);
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(Files.readString(output)).doesNotContain("Exception", "failed");
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
      assertThat(ProcessHandle.allProcesses().map(EndingsTest::program).filter(this::isOurs))
          .isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
      Files.delete(output);
    }
  }

  private void await(Process process, String file) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (true) {
      try (Stream<Path> workplaces = Files.list(folder)) {
        List<Path> all = workplaces.toList();
        if (!all.isEmpty() && Files.exists(all.getFirst().resolve(file))) {
          return;
        }
      }
      assertThat(process.isAlive()).as("the example runs").isTrue();
      assertThat(System.nanoTime()).as("waiting for %s", file).isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  private static String program(ProcessHandle process) {
    return process.info().command().orElse("");
  }

  private boolean isOurs(String program) {
    return program.startsWith(folder.toString());
  }
}
