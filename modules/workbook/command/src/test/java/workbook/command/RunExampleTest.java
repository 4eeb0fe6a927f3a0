package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.Sample;

@Tag("solutions")
@DisplayName("./workbook run")
class RunExampleTest {

  @TempDir private Path folder;

  /// Ctrl-C reaches the example by itself, through the terminal; SIGTERM goes to one process only.
  @ParameterizedTest
  @ValueSource(strings = {"", "--add-modules jdk.incubator.vector"})
  @DisplayName("passes SIGTERM on to the example, and ends after it has put its things away")
  void terminated(String options) throws Exception {
    Sample sample = Sample.in(folder);
    sample.write(
        "modules/greetings/hello/pom.xml",
        """
        <project>
          <artifactId>hello</artifactId>
          <description>Who is greeted?</description>
          <properties><test.jvm>%s</test.jvm></properties>
        </project>
        """
            .formatted(options));
    sample.write(
        "modules/greetings/hello/src/main/java/workbook/hello/Waiting.java",
        """
        package workbook.hello;

        class Waiting {
          static void main() throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
              System.out.println("put away");
              System.err.println("and said so");
            }));
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
      assertThat(said.readAllLines()).containsExactlyInAnyOrder("put away", "and said so");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
