package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("The examples")
class MainsTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("take numbers within bounds")
  void numbers() {
    assertThat(Printed.by(new Explore(), "lost-update", "--at-most", "0").err())
        .isEqualTo(
            "isolation-levels/explore: --at-most must be a whole number from 1 to 2147483647,"
                + " and was '0'\n");
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
