package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import workbook.answers.Sample;

@DisplayName("The ./workbook command")
class WorkbookTest {

  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();
  private int status;

  @BeforeEach
  void write() throws IOException {
    Sample.in(folder);
  }

  private String output(String... arguments) {
    CommandLine command = Workbook.commandLine(folder).setErr(new PrintWriter(errors, true));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      status = command.execute(arguments);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("list shows shelves and topics, without colour where it is not a terminal")
  void list() {
    assertThat(output("list")).isEqualTo("greetings\n  hello  Who is greeted?\n");
    assertThat(output("list", "greetings")).isEqualTo("greetings\n  hello  Who is greeted?\n");
    assertThat(status).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a wrong word gets one line with the nearest right one, and status 2")
  @CsvSource({
    "run helo, workbook: no topic is called 'helo'. Did you mean 'hello'?",
    "run hello/world, workbook: hello has no example 'world'. Did you mean 'hello'?",
    "list greeting, workbook: no shelf is called 'greeting'. Did you mean 'greetings'?",
    "lst, workbook: there is no command 'lst'. Did you mean 'list'?",
    "run, workbook: Missing required parameter: 'TOPIC[/EXAMPLE]'. './workbook run --help' shows"
        + " what is possible.",
    "list --x, workbook: Unknown option: '--x'. './workbook list --help' shows what is possible.",
  })
  void wrongUse(String line, String message) {
    assertThat(output(line.split(" "))).isEmpty();
    assertThat(errors.toString()).isEqualTo(message + "\n");
    assertThat(status).isEqualTo(2);
  }

  @Test
  @DisplayName("outside a workbook it says so")
  void elsewhere(@TempDir Path elsewhere) {
    folder = elsewhere;
    output("list");

    assertThat(errors.toString()).startsWith("workbook: no workbook here: neither " + elsewhere);
    assertThat(status).isEqualTo(2);
  }

  @Test
  @DisplayName("run prints what the example prints, and gives its status; what changed is compiled")
  void run() throws Exception {
    assertThat(executed("run", "hello", "world")).isEqualTo("Hello, world!\n");
    assertThat(status).isZero();
    Sample.in(folder)
        .replace(
            "modules/greetings/hello/src/main/java/workbook/hello/Hello.java", "Hello, ", "Hi, ");

    assertThat(executed("run", "hello", "world")).isEqualTo("Hi, world!\n");
    assertThat(executed("run", "hello", "--help", "-x"))
        .as("options are the example's")
        .isEqualTo("hello: one name is needed, not 2\n");
    assertThat(status).isEqualTo(2);
  }

  /// The command in a process of its own: an example prints where its process prints, and here that
  /// is where the JVM of the tests tells Maven how they go.
  private String executed(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-Dworkbook.root=" + folder, Workbook.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    status = process.waitFor();
    return output.replace(System.lineSeparator(), "\n");
  }
}
