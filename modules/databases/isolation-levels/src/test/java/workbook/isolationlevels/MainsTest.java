package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("The examples")
class MainsTest {

  @TempDir private Path folder;

  static Stream<Arguments> examples() {
    return Stream.of(
        arguments(new IsolationLevels(), "isolation-levels", List.of()),
        arguments(new Timeline(), "isolation-levels/timeline", List.of("lost-update")),
        arguments(new Explore(), "isolation-levels/explore", List.of("lost-update")),
        arguments(new Ask(), "isolation-levels/ask", List.of()),
        arguments(new Spec(), "isolation-levels/spec", List.of("my.spec")),
        arguments(new CleanUp(), "isolation-levels/clean-up", List.of()));
  }

  /// Every main of this topic is in the list.
  @Test
  @DisplayName("are six")
  void all() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      List<String> mains =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(MainsTest::hasMain)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();
      assertThat(examples().map(each -> each.get()[0].getClass().getSimpleName()).sorted())
          .containsExactlyElementsOf(mains);
    }
  }

  private static boolean hasMain(Path source) {
    try {
      return Files.readString(source).contains("static void main(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("examples")
  @DisplayName("answer --help, and refuse what they do not take in one line")
  void takes(Example example, String name, List<String> good) {
    Printed help = Printed.by(example, "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).startsWith("Usage: ./workbook run " + name + " ");
    assertThat(help.err()).isEmpty();
    assertRefused(example, name, good, "surplus");
    assertRefused(example, name, good, "--form");
    assertRefused(example, name, good, "--engine", "h2", "--engine", "h2");
    assertRefused(example, name, good, "--url", "x", "--search-too", "a", "--search-too", "b");
  }

  private static void assertRefused(
      Example example, String name, List<String> good, String... more) {
    String[] all = Stream.concat(good.stream(), Stream.of(more)).toArray(String[]::new);
    Printed printed = Printed.by(example, all);
    assertThat(printed.status()).as("%s", printed).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith(name + ": ");
    assertThat(printed.err().lines()).hasSize(1);
  }

  @Test
  @DisplayName("take numbers in ASCII digits and within bounds")
  void numbers() {
    assertThat(Printed.by(new Explore(), "lost-update", "--at-most", "0").err())
        .isEqualTo(
            "isolation-levels/explore: --at-most must be a whole number from 1 to 2147483647,"
                + " and was '0'\n");
    assertThat(Printed.by(new Spec(), "my.spec", "--limit", "٣").err())
        .isEqualTo("isolation-levels/spec: --limit must be a whole number, and was '٣'\n");
    assertThat(Printed.by(new Spec(), "my.spec", "--limit", "0").err())
        .isEqualTo(
            "isolation-levels/spec: --limit must be a whole number from 1 to 3600, and was '0'\n");
  }

  @Test
  @DisplayName("print a matrix that fits a terminal, and write it as Markdown and as a picture")
  void matrix() throws IOException {
    Path markdown = folder.resolve("m.md");
    Path svg = folder.resolve("m.svg");
    Printed printed =
        Printed.by(
            new IsolationLevels(),
            "--level",
            "repeatable-read",
            "--markdown",
            markdown.toString(),
            "--svg",
            svg.toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(printed.out())
        .contains("G-single two tables  occurs   -\n", "P4 lost update       40001    -\n");
    assertThat(Files.readString(markdown)).contains("| G-single two tables | **occurs** |");
    assertThat(Files.readString(svg)).startsWith("<svg").contains(">occurs<");
  }

  @Test
  @DisplayName("refuse a level that the engine does not have, and a file that cannot be written")
  void refused() {
    assertThat(Printed.by(new IsolationLevels(), "--level", "none"))
        .extracting(Printed::status)
        .isEqualTo(2);
    assertThat(Printed.by(new IsolationLevels(), "--level", "snapshot", "--svg", "/none/x").err())
        .isEqualTo("isolation-levels: cannot write /none/x\n");
    assertThat(Printed.by(new Timeline(), "lost-updat").err())
        .startsWith(
            "isolation-levels/timeline: there is no anomaly 'lost-updat', and no file of that name; there are dirty-write, ");
    assertThat(Printed.by(new Explore(), "vanishing").err())
        .isEqualTo(
            "isolation-levels/explore: vanishing has 4200 interleavings: --at-most 4200 runs them\n");
  }

  @Test
  @DisplayName("show a run in lanes: who waits for whom, what each read, and the verdict")
  void timeline() {
    Printed printed = Printed.by(new Timeline(), "lost-update", "--level", "repeatable-read");
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(printed.out())
        .contains(
            """
                                                     UPDATE test SET v = 10 + 1 WHERE id = 1
                                                       : waits for t1
            COMMIT                                     :
                                                       ! 40001: update conflict, rolled back
            """)
        .endsWith(
            """
            committed: t1
            this run
              read  t1r 10
              left  test (1, 11) (2, 20)
            serial order t1: the same
              read  t1r 10
              left  test (1, 11) (2, 20)
            serializable: as if the order had been t1
            P4 lost update: prevented, one was ended with 40001
            """);
  }

  /// 6! / (3! 3!) = 20 orders; only the two that are serial give 12 where nothing is prevented and
  /// reads see what is committed.
  @Test
  @DisplayName("run every interleaving, and count those that are anomalous")
  void explore() {
    Printed printed = Printed.by(new Explore(), "lost-update", "--level", "read-committed");
    assertThat(printed.out())
        .contains("lost-update on H2: 20 interleavings\n")
        .contains("READ COMMITTED           18        0             2  t1r t2r t2w t2c t1w t1c\n");
  }
}
