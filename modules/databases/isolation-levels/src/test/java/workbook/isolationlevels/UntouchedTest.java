package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.isolationlevels.spec.Specification;
import workbook.topictest.Printed;

/// PostgreSQL's own specifications are not in this repository: `-Dspecifications=FOLDER` names
/// where they are, `src/test/isolation/specs` in its source tree.
@DisplayName("With --url nothing of the user's is touched, whatever a specification does")
@Tag("engines")
class UntouchedTest {

  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "workbook", "isolationlevels", "specs");
  private static final Path SHAPES =
      Path.of("src", "test", "resources", "workbook", "isolationlevels", "untouched");

  static List<Engine> engines() {
    return Engines.requested();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("by this topic's own")
  void own(Engine engine) throws Exception {
    assertUntouched(engine, specifications(RESOURCES));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("by those that take the database for their own")
  void shapes(Engine engine) throws Exception {
    assertUntouched(engine, specifications(SHAPES));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("by PostgreSQL's own")
  void postgresql(Engine engine) throws Exception {
    String folder = System.getProperty("specifications");
    if (folder == null) {
      System.out.println(
          "PostgreSQL's own specifications were not run on %s: -Dspecifications=…/src/test/isolation/specs names them"
              .formatted(engine.title()));
      return;
    }
    assertUntouched(engine, specifications(Path.of(folder)));
  }

  private static void assertUntouched(Engine engine, List<Path> files)
      throws IOException, SQLException {
    assertThat(files).isNotEmpty();
    List<String> touched = new ArrayList<>();
    int tables = 0;
    try (UsersTables users = UsersTables.on(engine)) {
      for (Path file : files) {
        Specification specification = Specifications.read(file, engine);
        tables += users.fill(specification);
        SortedSet<String> before = users.everything();
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--limit", "5"));
        arguments.addAll(users.login());
        Printed printed = Printed.by(new Spec(), arguments.toArray(String[]::new));
        assertThat(printed.status()).as("%s", printed).isIn(0, 2);
        SortedSet<String> after = users.everything();
        if (!after.equals(before)) {
          touched.add(file.getFileName() + ": " + difference(before, after));
        }
      }
    }
    System.out.println(
        "%s: %d specifications run, %d tables guarded, %d differences"
            .formatted(engine.title(), files.size(), tables, touched.size()));
    assertThat(touched).isEmpty();
  }

  private static String difference(SortedSet<String> before, SortedSet<String> after) {
    SortedSet<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    SortedSet<String> come = new TreeSet<>(after);
    come.removeAll(before);
    return "gone %s, come %s".formatted(gone, come);
  }

  private static List<Path> specifications(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".spec")).sorted().toList();
    }
  }
}
