package workbook.answers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;

@Tag("solutions")
@DisplayName("The notes cannot drift")
class NotesTest {

  private static final String PAGE = "modules/greetings/hello/README.md";
  private static final String CHINESE = "modules/greetings/hello/README.zh-CN.md";
  private static final String CODE =
      "modules/greetings/hello/src/main/java/workbook/hello/Hello.java";

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
  }

  private List<String> problems() {
    return NotesCheck.problems(sample.tree());
  }

  @Test
  @DisplayName("a workbook whose pages say what is so has no problems")
  void nothingWrong() {
    assertThat(problems()).isEmpty();
  }

  @Test
  @DisplayName("a bound member that differs by one character is shown, with place and difference")
  void member() throws IOException {
    sample.replace(PAGE, "+ \"!\";", "+ \"?\";");

    assertThat(problems())
        .anySatisfy(problem ->
            assertThat(problem)
                .startsWith(PAGE + ":12: the block is not what it says")
                .contains(
                    "-  return \"Hello, \" + name + \"?\";\n+  return \"Hello, \" + name + \"!\";"))
        .anySatisfy(
            problem -> assertThat(problem).startsWith(CHINESE + ":12: the block differs from"));
  }

  @Test
  @DisplayName("code that has moved on is shown in both languages")
  void codeChanged() throws IOException {
    sample.replace(CODE, "\"Hello, \"", "\"Good day, \"");

    assertThat(problems())
        .hasSize(4)
        .anySatisfy(
            problem -> assertThat(problem).startsWith(PAGE + ":7:").contains("+Good day, world!"))
        .anySatisfy(problem -> assertThat(problem).startsWith(PAGE + ":12:"))
        .anySatisfy(problem -> assertThat(problem).startsWith(CHINESE + ":7:"))
        .anySatisfy(problem -> assertThat(problem).startsWith(CHINESE + ":12:"));
  }

  @Test
  @DisplayName("an output that differs by one character is shown")
  void output() throws IOException {
    sample.replace(PAGE, "Hello, world!", "Hello, world.");

    assertThat(problems())
        .anySatisfy(problem ->
            assertThat(problem)
                .startsWith(PAGE + ":7:")
                .contains("-Hello, world.\n+Hello, world!"));
  }

  @Test
  @DisplayName("an output that takes a while is compared where that is asked for")
  void slow() throws IOException {
    for (String page : List.of(PAGE, CHINESE)) {
      sample.replace(page, "```console", "```console slow");
      sample.replace(page, "Hello, world!", "Hello, world.");
    }

    assertThat(NotesCheck.notes(sample.tree(), false).problems()).isEmpty();
    assertThat(problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("-Hello, world.\n+Hello, world!"));
  }

  @Test
  @DisplayName("what an example prints on its error stream belongs to its output")
  void errorOutput() throws IOException {
    for (String page : List.of(PAGE, CHINESE)) {
      sample.replace(
          page,
          "$ ./workbook run hello world\nHello, world!",
          "$ ./workbook run hello 'a b' c\nhello: one name is needed, not 2");
    }

    assertThat(problems()).isEmpty();
  }

  @Test
  @DisplayName("of a long output a block may show parts, in order, with … between")
  void excerpt() throws IOException {
    sample.replace(
        CODE,
        "IO.println(greeting(args[0]));",
        "for (int i = 1; i <= 5; i++) IO.println(args[0] + i);");
    assertExcerpt("…\nworld2\nworld3\n…\nworld5", true);
    assertExcerpt("world1\n…", true);
    assertExcerpt("…\nworld3\n…\nworld2\n…", false);
    assertExcerpt("…\nworld2\n…\nworld4", false);
    assertExcerpt("world2\n…", false);
    assertExcerpt("…\nworld2\nworld4\n…", false);
    assertExcerpt("world1\nworld2", false);
  }

  private void assertExcerpt(String shown, boolean right) throws IOException {
    for (String page : List.of(PAGE, CHINESE)) {
      String before = sample.read(page);
      sample.write(page, before.replaceFirst("(hello world\n)(?s).*?```", "$1" + shown + "\n```"));
    }
    assertThat(problems().stream().noneMatch(problem -> problem.startsWith(PAGE + ":7:")))
        .as(shown)
        .isEqualTo(right);
  }

  @Test
  @DisplayName("of an excerpt that has drifted, what it leaves out is no part of the difference")
  void excerptDiffers() throws IOException {
    sample.replace(
        CODE,
        "IO.println(greeting(args[0]));",
        "for (int i = 1; i <= 9; i++) IO.println(args[0] + i);");
    assertExcerpt("world1\n…\nworld5\nworld0\n…\nworld9", false);

    assertThat(problems())
        .anySatisfy(problem ->
            assertThat(problem)
                .startsWith(PAGE + ":7:")
                .contains("\n world5\n-world0\n")
                .doesNotContain("…", "world2", "world3"));
  }

  @Test
  @DisplayName("the comments behind commands may be translated, and the commands may not")
  void comments() throws IOException {
    for (String page : List.of(PAGE, CHINESE)) {
      sample.write(page, sample.read(page) + "\n```sh\nmvn test   # all of it\n```\n");
    }
    sample.replace(CHINESE, "# all of it", "# 全部");
    assertThat(problems()).isEmpty();

    sample.replace(CHINESE, "mvn test ", "mvn verify ");
    assertThat(problems()).hasSize(1).first().asString().contains("the block differs");
  }

  @Test
  @DisplayName("an example that is not there is said, with the nearest name")
  void noExample() throws IOException {
    sample.replace(PAGE, "$ ./workbook run hello world", "$ ./workbook run helo world");

    assertThat(problems()).contains(PAGE + ":7: no topic is called 'helo'. Did you mean 'hello'?");
  }

  @Test
  @DisplayName("a block changed in one language only is shown, and where")
  void oneLanguage() throws IOException {
    sample.replace(CHINESE, "```java does-not-compile", "```text");

    assertThat(problems())
        .containsExactly(CHINESE + ":18: the block differs from the one in README.md, line 18");
  }

  @Test
  @DisplayName("a block that stands in one language only is shown")
  void missingBlock() throws IOException {
    sample.replace(CHINESE, "```text\n文字\n```\n", "");

    assertThat(problems()).containsExactly(PAGE + ":23: this block is not in README.zh-CN.md");
  }

  @Test
  @DisplayName("a page without its other language is shown")
  void missingLanguage() throws IOException {
    java.nio.file.Files.delete(sample.path(CHINESE));

    assertThat(problems())
        .contains(PAGE + ":1: there is no README.zh-CN.md beside it")
        .contains(PAGE + ":3: the link 'README.zh-CN.md' leads nowhere");
  }

  @Test
  @DisplayName("code that must not compile and does is shown")
  void compiles() throws IOException {
    for (String page : List.of(PAGE, CHINESE)) {
      sample.replace(page, "greeting(42)", "greeting(\"42\")");
    }

    assertThat(problems())
        .containsExactly(
            PAGE + ":18: this block compiles, and says that it does not",
            CHINESE + ":18: this block compiles, and says that it does not");
  }

  @Test
  @DisplayName("a compiler's message that is not the real one is shown")
  void compilerMessage() throws IOException {
    sample.replace(PAGE, "int cannot be converted", "int can't be converted");

    assertThat(problems())
        .anySatisfy(problem ->
            assertThat(problem)
                .startsWith(PAGE + ":18:")
                .contains("+// error: incompatible types: int cannot be converted to String"));
  }

  @Test
  @DisplayName("a member that is not there is said, with those that are")
  void noMember() throws IOException {
    sample.replace(PAGE, "#greeting", "#greet");

    assertThat(problems())
        .contains(
            PAGE
                + ":12: Hello.java has no member 'greet': Hello, greeting(String), main(String[])");
  }

  @Test
  @DisplayName("a block bound to nothing is said")
  void unbound() throws IOException {
    sample.replace(PAGE, "```console", "```java");

    assertThat(problems())
        .anySatisfy(
            problem -> assertThat(problem).startsWith(PAGE + ":7: a block must say what it shows"));
  }

  @Test
  @DisplayName("a link to a file or to a heading that is not there is shown")
  void links() throws IOException {
    sample.replace(PAGE, "(#run-it)", "(#run-them)");
    sample.replace(PAGE, "../../../README.md#topics", "../../README.md#topics");

    assertThat(problems())
        .containsExactly(
            PAGE + ":27: the link '#run-them' names a heading that is not there",
            PAGE + ":27: the link '../../README.md#topics' leads nowhere");
  }

  @Test
  @DisplayName(
      "a topic that is missing from the first page's table, or without its command, is shown")
  void contents() throws IOException {
    sample.replace("README.md", "./workbook run hello world", "./workbook run hullo");
    sample.replace(
        "README.zh-CN.md", "| [hello](modules/greetings/hello/README.zh-CN.md) |", "| hello |");

    assertThat(problems())
        .containsExactly(
            "README.md:7: the row of hello does not say './workbook run hello'",
            "README.zh-CN.md:1: 0 rows of the table of topics lead to"
                + " modules/greetings/hello/README.zh-CN.md; it must be one");
  }

  @Test
  @DisplayName("an exercise that the tables leave out, or count wrongly, is shown")
  void exercises() throws IOException {
    sample.write(
        "modules/greetings/hello/src/test/java/workbook/hello/FarewellTest.java",
        """
        package workbook.hello;

        @Exercise(
            id = "hello/1",
            title = "farewell",
            hints = {"a", "b", "c"})
        class FarewellTest {}
        """);
    sample.replace(PAGE, "See [the", "| hello/1 | farewell |\n| --- | --- |\n\nSee [the");

    assertThat(problems())
        .containsExactly(
            "README.md:7: the row of hello ends with '0', and the topic has 1 exercises",
            "README.zh-CN.md:7: the row of hello ends with '0', and the topic has 1 exercises",
            CHINESE + ":1: 0 rows of tables begin with hello/1; it must be one");
  }

  @Test
  @DisplayName("update rewrites what has drifted, in both languages, and nothing else")
  void update() throws IOException {
    String english = sample.read(PAGE);
    String chinese = sample.read(CHINESE);
    sample.replace(PAGE, "Hello, world!\n", "");
    sample.replace(PAGE, "+ \"!\";", "+ \"?\";");
    sample.replace(
        CHINESE, "// error: incompatible types: int cannot be converted to String\n", "");

    List<Path> changed = NotesCheck.notes(sample.tree(), true).update();

    assertThat(changed).containsExactly(sample.path(PAGE), sample.path(CHINESE));
    assertThat(sample.read(PAGE)).isEqualTo(english);
    assertThat(sample.read(CHINESE)).isEqualTo(chinese);
    assertThat(problems()).isEmpty();
  }
}
