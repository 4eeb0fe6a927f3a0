package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import workbook.answers.Sample;
import workbook.answers.build.Javac;
import workbook.command.progress.Shouting;

@Tag("solutions")
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
  @DisplayName("a wrong word gets one line with what would be right, and status 2")
  @CsvSource({
    "run helo, workbook: no topic is called 'helo'. Did you mean 'hello'?",
    "run nothing, workbook: no topic is called 'nothing'. ./workbook list shows those that there are",
    "run greetings, workbook: 'greetings' is a shelf. Name a topic of it such as hello",
    "--lang zh check greetings, workbook: 'greetings' 是分类，请写出其中的主题，例如 hello",
    "run hello/world, workbook: hello has no example 'world'. There is hello",
    "list greeting, workbook: no shelf is called 'greeting'. Did you mean 'greetings'?",
    "lst, workbook: there is no command 'lst'. Did you mean 'list'?",
    "help lst, workbook: there is no command 'lst'. Did you mean 'list'?",
    "list greetings greetings, workbook: there is no place for 'greetings'; right is ./workbook list"
        + " [SHELF]",
    "--lang en list --lang zh --lang en, workbook: --lang 写了两次，只能写一次",
    "run, workbook: TOPIC[/EXAMPLE] is missing; right is ./workbook run TOPIC[/EXAMPLE] [ARG...]",
    "run --lang zh, workbook: 缺少 TOPIC[/EXAMPLE]；正确的写法是 ./workbook run TOPIC[/EXAMPLE] [ARG...]",
    "list --lang zh a b, workbook: 'b' 是多余的；正确的写法是 ./workbook list [SHELF]",
    "list --lang, workbook: --lang needs a value: --lang en|zh",
    "list --x --lang zh, workbook: 没有选项 --x；可用的有 --json、--help、--version、--lang",
    "--lang zh lst, workbook: 没有命令 'lst'。是不是 'list'？",
  })
  void wrongUse(String line, String message) {
    assertThat(output(line.split(" "))).isEmpty();
    assertThat(errors.toString()).isEqualTo(message + "\n");
    assertThat(status).isEqualTo(2);
  }

  @Test
  @DisplayName("an option that there is not gets those that there are")
  void unknownOption() {
    assertThat(output("list", "--x")).isEmpty();
    assertThat(errors.toString())
        .isEqualTo(
            "workbook: there is no option --x; there are --json, --help, --version, --lang\n");
    assertThat(status).isEqualTo(2);
  }

  @Test
  @DisplayName("help tells of all commands, or of one")
  void help() {
    assertThat(Executed.in(folder, "help").output())
        .contains("Usage: workbook", "watch", "completion");
    // In 80 columns; a path is of use only whole.
    assertThat(Executed.in(folder, "help").output()).contains(" .workbook/backups.");
    Executed watch = Executed.in(folder, "help", "watch");
    assertThat(watch.output()).contains("Check an exercise on every save");
    assertThat(watch.status()).isZero();
  }

  @Test
  @DisplayName("run and check do without a folder that cannot be written")
  void readOnly() throws IOException {
    Shouting shouting = new Shouting(folder);
    String topic = "modules/greetings/hello/";
    shouting.answer(Shouting.RIGHT);
    shouting.sample().write(".workbook", "a file where a folder should be");
    shouting.sample().write(topic + "target/workbook", "another");
    assertThat(output("run", "hello", "world")).isEmpty();
    assertThat(errors.toString())
        .isEqualTo(
            "workbook: hello is not built yet, and cannot be: %s cannot be written to\n"
                .formatted(shouting.sample().path(topic).toString().replaceAll("/$", "")));

    // What Maven compiled.
    Path main = shouting.sample().path(topic + "src/main/java/workbook/hello/Hello.java");
    Path classes = shouting.sample().path(topic + "target/classes/workbook/hello/Hello.class");
    Files.createDirectories(classes.getParent());
    Files.write(
        classes,
        Javac.compile(List.of(main), List.of(), List.of(), List.of())
            .classes()
            .get("workbook.hello.Hello"));
    output("run", "hello", "world");
    assertThat(status).isZero();
    assertThat(output("check", "hello/1")).contains("Solved");
    assertThat(output("solution", "hello/1")).contains("Yours is the worked answer");
  }

  @Test
  @DisplayName("a pom that cannot be read is one line, not a stack trace")
  void unreadable() throws IOException {
    Files.createDirectories(folder.resolve("modules/greetings/bye/pom.xml"));
    Files.writeString(folder.resolve("modules/greetings/bye/README.md"), "# Bye");
    output("list");

    assertThat(errors.toString().lines()).hasSize(1).first().asString().contains("bye/pom.xml");
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
