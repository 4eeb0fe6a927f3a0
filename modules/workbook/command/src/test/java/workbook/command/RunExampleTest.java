package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;

@Tag("solutions")
@DisplayName("./workbook run")
class RunExampleTest {

  @TempDir private Path folder;

  /// Ctrl-C reaches the example by itself, through the terminal; SIGTERM goes to one process only.
  @Test
  @DisplayName("passes SIGTERM on to the example, and ends after it has put its things away")
  void terminated() throws Exception {
    Sample sample = Sample.in(folder);
    sample.write(
        "modules/greetings/hello/src/main/java/workbook/hello/Waiting.java",
        """
        package workbook.hello;

        class Waiting {
          static void main() throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("put away")));
            IO.println("ready");
            Thread.sleep(60_000);
            IO.println("went on");
          }
        }
        """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dworkbook.root=" + sample.tree().root(),
                Workbook.class.getName(),
                "run",
                "hello/waiting")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ready");
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(said.readLine()).isEqualTo("put away");
      assertThat(said.readLine()).isNull();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
