package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.command.progress.Shouting;

@Tag("solutions")
@DisplayName("./workbook hint, solution, reset, and alone")
class ExerciseCommandsTest {

  private static final String FILE = Shouting.TOPIC + Shouting.SHOUT;

  @TempDir private Path folder;
  private Shouting shouting;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(folder);
  }

  private Executed run(String... arguments) {
    return Executed.in(folder, arguments);
  }

  private Executed answering(String input, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  @DisplayName("hint shows one more each time, up to the last")
  void hints() {
    assertThat(run("hint", "hello/1"))
        .isEqualTo(
            new Executed(
                0,
                "hello/1  Shout it\n\n  1. one\n\nHint 1 of 3. One more: ./workbook hint hello/1\n",
                ""));
    assertThat(run("hint", "hello/1").output()).contains("  1. one\n  2. two and a half\n\nHint 2");
    String last =
        "  3. three\n\n"
            + "That was the last hint. A worked answer:\n  ./workbook solution hello/1 --reveal\n";
    assertThat(run("hint", "hello/1").output()).endsWith(last);
    assertThat(run("hint", "hello/1").output()).endsWith(last);
    assertThat(run("hint", "hello/2").output()).contains("Hint 1 of 3.");
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("an exercise that there is not gets those that there are, and status 2")
  @CsvSource({
    "hint, hello/3, hello has no exercise 'hello/3'. It has hello/1 to hello/2",
    "solution, hello, 'hello' is a topic. It has the exercises hello/1 to hello/2",
    "reset, helo/1, no topic is called 'helo'. Did you mean 'hello'?",
    "watch, helo, no topic is called 'helo'. Did you mean 'hello'?",
  })
  void unknown(String command, String exercise, String message) {
    assertThat(run(command, exercise))
        .isEqualTo(new Executed(2, "", "workbook: " + message + "\n"));
  }

  @Test
  @DisplayName("without a name they mean the exercise that was looked at last, or what is next")
  void last() throws IOException {
    assertThat(run("hint").output()).startsWith("hello/1  Shout it");
    run("check", "hello/2");
    assertThat(run("hint").output()).startsWith("hello/2  Whisper it");
    assertThat(run("check").output()).startsWith("hello/2  Whisper it");
    assertThat(run("solution", "--reveal").output()).startsWith("hello/2  Whisper it");
    assertThat(run("reset").output()).startsWith("hello/2 is as it was given.");
    // The exercise is gone.
    shouting.sample().write(".workbook/last", "hello/7");
    assertThat(run("hint").output()).startsWith("hello/1  Shout it");
  }

  @Test
  @DisplayName("they speak Chinese where that is asked for, before or after the command")
  void chinese() throws IOException {
    shouting
        .sample()
        .replace(
            Shouting.TOPIC + "src/test/java/workbook/hello/ShoutTest.java",
            "\"three\"})",
            "\"three\"}, chinese = @Exercise.Chinese(title = \"大喊\", hints = {\"一\", \"二\", \"三\"}))");

    assertThat(run("hint", "hello/1", "--lang", "zh").output())
        .isEqualTo("hello/1  大喊\n\n  1. 一\n\n第 1 条提示，共 3 条。下一条：./workbook hint hello/1\n");
    assertThat(run("--lang", "zh").output()).contains("下一步：hello/1，大喊。./workbook watch hello");
    shouting.answer(Shouting.WRONG);
    assertThat(run("--lang", "zh", "check", "hello/1").output())
        .startsWith("hello/1  大喊\n")
        .endsWith("通过 0 项测试，共 1 项。\n提示：  ./workbook hint hello/1\n");
    assertThat(run("solution", "--lang", "zh").output())
        .contains("直接看参考答案：  ./workbook solution hello/1 --reveal");
    assertThat(run("hint", "hello/2", "--lang", "zh").output()).contains("Whisper it", "1. one");
  }

  @Test
  @DisplayName("solution is for those who have solved it, or want it revealed")
  void solution() throws IOException {
    shouting.answer(Shouting.WRONG);
    Executed notYet = run("solution", "hello/1");
    assertThat(notYet.status()).isEqualTo(1);
    assertThat(notYet.output())
        .startsWith("hello/1  Shout it\n0 of 1 tests passed.\n")
        .contains("./workbook hint hello/1", "./workbook solution hello/1 --reveal")
        .doesNotContain("toUpperCase");
    assertThat(run("solution", "hello/1", "--reveal"))
        .isEqualTo(
            new Executed(
                0,
                """
                hello/1  Shout it

                Why Shout is as it is: Hello does the rest.

                - yours  + worked answer

                  package workbook.hello;

                  class Shout {
                    static String greeting(String name) {
                -     return Hello.greeting(name);
                +     return Hello.greeting(name).toUpperCase(java.util.Locale.ROOT);
                    }
                  }
                """,
                ""));

    shouting.answer("String all = Hello.greeting(name); return all.toUpperCase();");
    Executed solved = run("solution", "hello/1");
    assertThat(solved.status()).isZero();
    assertThat(solved.output()).contains("- ", "+ ");
    shouting.answer(Shouting.RIGHT);
    assertThat(run("solution", "hello/1").output())
        .endsWith("Yours is the worked answer, line by line.\n");
  }

  @Test
  @DisplayName("reset asks, keeps the answer, and brings the stub back")
  void reset() throws IOException {
    String stub = shouting.sample().read(FILE);
    assertThat(run().output()).contains("hello  □□  0/2");
    run("hint", "hello/1");
    shouting.answer(Shouting.RIGHT);
    String answer = shouting.sample().read(FILE);

    assertThat(answering("y\n", "reset", "hello/1"))
        .isEqualTo(
            new Executed(
                0,
                """
                Bring the stub of hello/1 back to %1$s? [y/N] \
                Your answer is kept in .workbook/backups/hello/1/answer-1.java
                The stub is back in %1$s
                """
                    .formatted(FILE),
                ""));
    assertThat(shouting.sample().read(FILE)).isEqualTo(stub);
    assertThat(shouting.sample().read(".workbook/backups/hello/1/answer-1.java")).isEqualTo(answer);
    assertThat(run("hint", "hello/1").output()).as("hints begin anew").contains("Hint 1 of 3.");
    assertThat(run("reset", "hello/1"))
        .isEqualTo(new Executed(0, "hello/1 is as it was given.\n", ""));

    shouting.answer(Shouting.WRONG);
    assertThat(run("reset", "hello/1", "--yes").output()).contains("answer-2.java");
    assertThat(shouting.sample().read(".workbook/backups/hello/1/answer-1.java")).isEqualTo(answer);
  }

  @ParameterizedTest(name = "''{0}''")
  @DisplayName("reset changes nothing unless it is told yes")
  @ValueSource(strings = {"\n", "n\n", "what?\n"})
  void resetRefused(String input) throws IOException {
    run();
    shouting.answer(Shouting.RIGHT);
    String answer = shouting.sample().read(FILE);

    Executed executed = answering(input, "reset", "hello/1");

    assertThat(executed.status()).isEqualTo(1);
    assertThat(executed.output()).endsWith("Nothing was changed.\n");
    assertThat(shouting.sample().read(FILE)).isEqualTo(answer);
  }

  @Test
  @DisplayName("reset without anybody to ask says how to do without, with status 2")
  void resetUnasked() throws IOException {
    run();
    shouting.answer(Shouting.RIGHT);

    Executed executed = answering("", "reset", "hello/1");

    assertThat(executed.status()).isEqualTo(2);
    assertThat(executed.errors())
        .isEqualTo("workbook: the question was not answered. --yes resets without asking\n");
  }

  @Test
  @DisplayName("what stands in the answer's place and is a folder is not touched, and that is said")
  void folderInPlace() throws IOException {
    run();
    Path file = shouting.exercise(1).file();
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(run("reset", "hello/1", "--yes"))
        .isEqualTo(
            new Executed(2, "", "workbook: %s is a folder. Remove it first\n".formatted(FILE)));
    assertThat(run("check", "hello/1").errors()).startsWith("workbook: Shout.java is a folder.");
    assertThat(run("solution", "hello/1", "--reveal").status()).isZero();
    assertThat(run().status()).isZero();
    assertThat(file).isEmptyDirectory();
  }

  @Test
  @DisplayName("alone it shows how far each topic has come, and what to do next")
  void alone() throws IOException {
    assertThat(run())
        .isEqualTo(
            new Executed(
                0,
                """
                greetings
                  hello  □□  0/2  Who is greeted?

                Next: ./workbook read hello, then ./workbook watch hello
                """,
                ""));

    shouting.answer(Shouting.WRONG);
    assertThat(run().output())
        .contains("hello  ◧□  0/2")
        .endsWith("Next: hello/1 was not checked as it is. ./workbook check hello/1\n");
    assertThat(run("check", "hello/1").status()).isEqualTo(1);
    assertThat(run().output())
        .contains("hello  ◧□  0/2")
        .endsWith("Next: hello/1 is not right yet. ./workbook watch hello\n");

    shouting.answer(Shouting.RIGHT);
    assertThat(run("check", "hello/1").status()).isZero();
    assertThat(run().output())
        .contains("hello  ■□  1/2")
        .endsWith("Next: hello/2, Whisper it. ./workbook watch hello\n");
  }

  @Test
  @DisplayName("alone, a topic that was just put there is shown too, and one without notes is not")
  void discovery() throws IOException {
    String topic = "modules/farewells/bye/";
    shouting
        .sample()
        .write(topic + "pom.xml", "<project><description>Who leaves?</description></project>");
    shouting.sample().write("modules/farewells/library/pom.xml", "<project/>");
    assertThat(run().output()).doesNotContain("bye");

    shouting.sample().write(topic + "README.md", "# Bye");
    assertThat(run().output())
        .startsWith("farewells\n  bye        0/0  Who leaves?\ngreetings\n  hello  □□  0/2")
        .doesNotContain("library");
  }

  @Test
  @DisplayName("list --json tells a program of topics, examples, and how exercises stand")
  void json() throws IOException {
    shouting.answer(Shouting.RIGHT);
    run("hint", "hello/1");
    assertThat(run("check", "hello/1").status()).isZero();

    assertThat(run("list", "greetings", "--json"))
        .isEqualTo(
            new Executed(
                0,
                """
                [{"topic":"hello","shelf":"greetings","description":"Who is greeted?",\
                "folder":"modules/greetings/hello","examples":["hello"],"exercises":[\
                {"id":"hello/1","title":"Shout it",\
                "file":"modules/greetings/hello/src/exercise/java/workbook/hello/Shout.java",\
                "state":"solved","hints-seen":1},\
                {"id":"hello/2","title":"Whisper it",\
                "file":"modules/greetings/hello/src/exercise/java/workbook/hello/Whisper.java",\
                "state":"not-started","hints-seen":0}]}]
                """,
                ""));
  }

  @Test
  @DisplayName("bash completes commands, topics, examples and exercises")
  void completion() throws Exception {
    Map<String, String> completed = new LinkedHashMap<>();
    completed.put("hin", "hint");
    completed.put("hint he", "hello/1 hello/2");
    completed.put("solution hello/2", "hello/2");
    completed.put("run h", "hello");
    completed.put("watch h", "hello hello/1 hello/2");
    completed.put("read h", "hello");
    completed.put("list g", "greetings");
    Path script = folder.resolve("completion");
    Files.writeString(script, run("completion").output());
    // What bash itself does: the words typed, and the number of the one to complete.
    String ask =
        """
        source '%s'
        for typed in "$@"; do
          COMP_WORDS=(./workbook $typed)
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          _complete_workbook 2>/dev/null
          echo "${COMPREPLY[*]}"
        done
        """;
    List<String> command =
        new ArrayList<>(List.of("bash", "--norc", "-c", ask.formatted(script), "bash"));
    command.addAll(completed.keySet());
    Process bash = new ProcessBuilder(command).start();

    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .map(String::strip)
        .containsExactlyElementsOf(completed.values());
    assertThat(bash.waitFor()).isZero();
  }
}
