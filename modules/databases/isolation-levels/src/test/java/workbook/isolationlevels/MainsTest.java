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
  @DisplayName("print a matrix that fits a terminal, and write it as Markdown and as a picture")
  void matrix() throws IOException {
    Path markdown = folder.resolve("m.md");
    Path svg = folder.resolve("m.svg");
    Printed printed =
        Printed.by(
            IsolationLevels::run,
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
    assertThat(Printed.by(IsolationLevels::run, "--level", "none"))
        .extracting(Printed::status)
        .isEqualTo(2);
    assertThat(Printed.by(IsolationLevels::run, "--level", "snapshot", "--svg", "/none/x").err())
        .isEqualTo("isolation-levels: cannot write /none/x\n");
    assertThat(Printed.by(Timeline::run, "lost-updat").err())
        .startsWith(
            "isolation-levels/timeline: there is no anomaly 'lost-updat', and no file of that name; there are dirty-write, ");
    assertThat(Printed.by(Explore::run, "vanishing").err())
        .isEqualTo(
            "isolation-levels/explore: vanishing has 4200 interleavings: --at-most 4200 runs them\n");
  }

  @Test
  @DisplayName("show a run in lanes: who waits for whom, what each read, and the verdict")
  void timeline() {
    Printed printed = Printed.by(Timeline::run, "lost-update", "--level", "repeatable-read");
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

  @Test
  @DisplayName("say that no serial order explains an anomaly, and show each")
  void anomaly() {
    assertThat(Printed.by(Timeline::run, "write-skew", "--level", "serializable").out())
        .contains(
            """
            serial order t1, t2: differs
              read  t1r (1, 10) (2, 20) | t2r (1, 11) (2, 20)
              left  test (1, 11) (2, 21)
            serial order t2, t1: differs
              read  t1r (1, 10) (2, 21) | t2r (1, 10) (2, 20)
              left  test (1, 11) (2, 21)
            ANOMALY: no serial order of what committed gives these reads and tables
            G2-item write skew: it occurs
            """);
  }

  /// 6! / (3! 3!) = 20 orders; only the two that are serial give 12 where nothing is prevented and
  /// reads see what is committed.
  @Test
  @DisplayName("run every interleaving, and count those that are anomalous")
  void explore() {
    Printed printed = Printed.by(Explore::run, "lost-update", "--level", "read-committed");
    assertThat(printed.out())
        .contains("lost-update on H2: 20 interleavings\n")
        .contains("READ COMMITTED           18        0             2  t1r t1w t2r t2w t2c t1c\n");
  }
}
