package workbook.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.answers.check.Failure;
import workbook.answers.check.Verdict;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.ExerciseTexts;
import workbook.answers.tree.Topic;
import workbook.command.read.Language;
import workbook.command.read.Screen;

@DisplayName("A verdict on the screen")
class VerdictTextTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final Path TOPIC = FOLDER.resolve("modules/greetings/hello");
  private static final Exercise STUB =
      new Exercise(
          new Topic(TOPIC),
          "hello/1",
          "Shout",
          new ExerciseTexts("Shout", List.of()),
          new ExerciseTexts("大声", List.of()));

  private static String text(Verdict verdict, Screen screen) {
    return VerdictText.of(STUB, verdict, FOLDER, screen);
  }

  private static Verdict failing(List<String> passed, int failures, String output) {
    List<Failure> failed =
        IntStream.rangeClosed(1, failures)
            .mapToObj(i -> new Failure("test " + i, "because " + i, "ShoutTest.java:" + i))
            .toList();
    return new Verdict(State.FAILING, passed, List.of("later"), failed, 0, output, "And this.");
  }

  @Test
  @DisplayName("shows the cases of a test as one, what is not written, and every failure")
  void failing() {
    Verdict verdict = failing(List.of("alone", "cases › [1] 2", "cases › [2] 3"), 1, "");

    assertThat(text(verdict, new Screen(80, false)))
        .isEqualTo(
            """
            hello/1  Shout
            modules/greetings/hello/src/exercise/java/Shout.java

            ✓ alone
            ✓ cases (2 cases)
            · later (not written)
            ✗ test 1
                because 1
                ShoutTest.java:1
            And this.

            3 of 5 tests passed.
            """);
  }

  @Test
  @DisplayName("shows of many tests, failures and lines a part, and how many there are")
  void many() {
    List<String> passed = IntStream.range(0, 20).mapToObj(i -> "passed " + i).toList();

    assertThat(text(failing(passed, 7, ""), new Screen(80, false)))
        .contains("✓ passed 11\n✓ and 8 more\n")
        .contains("because 5\n    ShoutTest.java:5\n✗ and 2 more, by name:\n✗ test 6\n✗ test 7\n")
        .contains("\n20 of 28 tests passed.\n");
  }

  @Test
  @DisplayName("shows what was printed, and says in either language how much more it was")
  void output() {
    Verdict verdict = failing(List.of(), 1, "line\n".repeat(24) + "… and 1,234 bytes more");

    assertThat(text(verdict, new Screen(80, false)))
        .contains("    line\n".repeat(24) + "    … and 1,234 bytes more\n");
    assertThat(text(verdict, new Screen(80, 24, false, Language.CHINESE)))
        .contains("    line\n    ……另有 1,234 字节\n");
  }

  @Test
  @DisplayName("names the place of what was no test's doing")
  void afterTheTests() {
    Failure failure = new Failure("", "the answer ended the whole program", "Shout.java:5");
    Verdict verdict =
        new Verdict(State.FAILING, List.of("one"), List.of(), List.of(failure), 0, "", "");
    assertThat(text(verdict, new Screen(80, false)))
        .contains(
            """
            ✓ one
            ✗ the answer ended the whole program
                Shout.java:5

            1 of 1 tests passed.
            """);
  }

  @Test
  @DisplayName("says so where it only names a failure, and not where it tells of all")
  void byName() {
    Screen chinese = new Screen(80, 24, false, Language.CHINESE);
    assertThat(text(failing(List.of(), 6, ""), chinese)).contains("✗ 另有 1 项，只列名称：\n✗ test 6\n");
    assertThat(text(failing(List.of(), 5, ""), new Screen(80, false)))
        .contains("✗ test 5\n    because 5\n")
        .doesNotContain("by name");
  }

  @Test
  @DisplayName("names so many of those that it only names, and says how many there are")
  void manyByName() {
    assertThat(text(failing(List.of(), 18, ""), new Screen(80, false)))
        .contains("✗ and 13 more, the first 12 by name:\n✗ test 6\n")
        .contains("✗ test 17\nAnd this.\n")
        .doesNotContain("test 18", "and 1 more");
  }

  @Test
  @DisplayName("tells a reason once, where tests that follow each other fail for the same")
  void same() {
    List<Failure> failures =
        List.of(
            new Failure("one", "no such column", "A.java:1"),
            new Failure("two", "no such column", "A.java:2"),
            new Failure("three", "it left 11", ""));
    Verdict verdict = new Verdict(State.FAILING, List.of(), List.of(), failures, 0, "", "");
    assertThat(text(verdict, new Screen(80, false)))
        .contains(
            """
            ✗ one
                no such column
                A.java:1
            ✗ two
                for the same reason
                A.java:2
            ✗ three
                it left 11
            """);
  }

  @Test
  @DisplayName("fits a narrow terminal, wide characters too")
  void narrow() {
    String name = "每一步都不会踩到坏掉的台阶，而且每一步都只跨一级或者两级台阶";
    Verdict verdict = failing(List.of(name), 3, "word ".repeat(40));

    assertThat(text(verdict, new Screen(40, false)).lines())
        .filteredOn(line -> !line.startsWith("modules/"))
        .allSatisfy(line ->
            assertThat(org.jline.utils.AttributedString.fromAnsi(line).columnLength())
                .as(line)
                .isLessThanOrEqualTo(40));
  }

  @Test
  @DisplayName("leaves the compiler's lines as they are, for the caret to stand below its place")
  void compiler() {
    String report =
        """
        Shout.java:5: error: incompatible types: possible lossy conversion from long to int
            int greeting = name.length() + suffix.length() * 4_000_000_000L;
                                         ^
        1 error\
        """;
    Failure failure = new Failure("", report, "Shout.java:5");
    Verdict verdict = new Verdict(State.FAILING, List.of(), List.of(), List.of(failure), 0, "", "");

    assertThat(text(verdict, new Screen(40, false)))
        .contains("✗ " + report.replace("\n", "\n    ") + "\n\nNo test could run.\n");
  }

  @Test
  @DisplayName("counts the tests that did not run any more, where they can be counted")
  void notRun() {
    Failure failure = new Failure("endless", "still running", "Shout.java:5");
    Verdict counted =
        new Verdict(State.FAILING, List.of("one"), List.of(), List.of(failure), 7, "", "");
    assertThat(text(counted, new Screen(80, false)))
        .contains("· 7 tests did not run\n", "1 of 9 tests passed.");

    Verdict unknown =
        new Verdict(
            State.FAILING, List.of("one"), List.of(), List.of(failure), Verdict.UNKNOWN, "", "");
    assertThat(text(unknown, new Screen(80, false)))
        .doesNotContain("did not run")
        .contains("1 passed before it was stopped.");
  }

  @Test
  @DisplayName("has colours only where they are wanted")
  void colours() {
    Verdict verdict = failing(List.of("alone"), 1, "");

    assertThat(text(verdict, new Screen(80, true))).contains("\u001b[32m✓", "\u001b[31m✗");
    assertThat(text(verdict, new Screen(80, false))).doesNotContain("\u001b");
  }
}
