package workbook.isolationlevels.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.isolationlevels.Explore;
import workbook.isolationlevels.Runs;
import workbook.isolationlevels.Specifications;
import workbook.isolationlevels.matrix.DecisionPage.Entry;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.topictest.Printed;

/// The table is derived from what is declared, which [MatrixTest] checks against what is measured;
/// and every level and lock that it names is tried here with all interleavings.
@DisplayName("The table of which level is needed, and the glossary")
class DecisionTest {

  private static final Path LOCKS = Path.of("src/test/resources/workbook/isolationlevels/locks");

  static List<Engine> engines() {
    return Engines.requested();
  }

  @Test
  @DisplayName("have each of the eighteen anomalies in one row")
  void partition() {
    assertThat(Need.parts().flatMap(need -> need.anomalies().stream()))
        .containsExactlyInAnyOrder(Anomaly.values());
  }

  @ParameterizedTest
  @CsvSource({"README.md, every level, none", "README.zh-CN.md, 任意级别, 没有"})
  @DisplayName("name, for each row and engine, the weakest level that the matrix gives")
  void cells(String file, String every, String none) throws IOException {
    DecisionPage page = DecisionPage.read(file);
    assertThat(page.rows()).hasSize(Need.values().length);
    List<Engine> columns =
        Stream.of("postgresql", "mysql", "mariadb", "h2").map(Engine::named).toList();
    assertThat(page.header().subList(2, 6)).isEqualTo(columns.stream().map(Engine::title).toList());
    for (Need need : Need.values()) {
      for (Engine engine : columns) {
        String expected =
            need.weakest(Declaration.of(engine).matrix())
                .map(level -> level == engine.levels().getFirst() ? every : level.sql())
                .orElse("**" + none + "**");
        assertThat(page.rows().get(need.ordinal()).get(2 + columns.indexOf(engine)))
            .as("%s: %s on %s", file, need, engine.title())
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName("lead from each row to the entries of what it prevents")
  void glossaryOfRows(String file) throws IOException {
    DecisionPage page = DecisionPage.read(file);
    Set<Anomaly> named = new TreeSet<>();
    for (String heading : page.glossary().keySet()) {
      Set<Anomaly> ofRows =
          Need.parts()
              .filter(need -> link(page, need).equals(heading))
              .flatMap(need -> need.anomalies().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(page.glossary().get(heading).stream().map(DecisionTest::anomaly))
          .as("%s: %s", file, heading)
          .containsExactlyElementsOf(ofRows);
      named.addAll(ofRows);
    }
    assertThat(named).containsExactly(Anomaly.values());
  }

  private static String link(DecisionPage page, Need need) {
    return DecisionPage.links(page.rows().get(need.ordinal()).get(1)).getFirst();
  }

  private static Anomaly anomaly(Entry entry) {
    return Anomaly.of(entry.option()).orElseThrow();
  }

  /// A history has the order of the specification: `t1w1` is a write of t1, and so are an insert
  /// and a delete.
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName(
      "name the eighteen anomalies of the code by its codes and terms, each with its history")
  void glossary(String file) throws IOException {
    List<Entry> entries = DecisionPage.read(file).entries().toList();
    assertThat(entries.stream().map(DecisionTest::anomaly))
        .containsExactlyInAnyOrder(Anomaly.values());
    for (Entry entry : entries) {
      Anomaly anomaly = anomaly(entry);
      assertThat(anomaly.title()).startsWith(entry.code());
      assertThat(entry.code().isEmpty())
          .as("no code of " + anomaly)
          .isEqualTo(anomaly == Anomaly.UPDATE_MEETS_PHANTOM);
      String chinese =
          PictureWords.CHINESE.of(anomaly).replaceFirst("^" + entry.code(), "").strip();
      assertThat(entry.terms()).as(file).contains(chinese);
      assertThat(steps(entry.history())).as("%s: %s", file, anomaly).isEqualTo(steps(anomaly));
    }
  }

  @Test
  @DisplayName("have the same terms and histories in both languages")
  void languages() throws IOException {
    List<Entry> english = DecisionPage.read("README.md").entries().toList();
    List<Entry> chinese = DecisionPage.read("README.zh-CN.md").entries().toList();
    assertThat(chinese)
        .isEqualTo(
            english.stream()
                .map(e -> new Entry(e.code(), e.terms().reversed(), e.option(), e.history()))
                .toList());
  }

  /// What the glossary says of where they can be seen.
  @Test
  @DisplayName("say where each can be seen: mostly at the default level of H2")
  void seen() {
    assertThat(occurring("h2", Level.READ_COMMITTED))
        .containsExactlyInAnyOrderElementsOf(
            Need.parts()
                .skip(1)
                .flatMap(need -> need.anomalies().stream())
                .filter(anomaly -> anomaly != Anomaly.PARTIAL_VISIBILITY)
                .toList());
    assertThat(occurring("h2", Level.READ_UNCOMMITTED))
        .containsAll(Need.COMMITTED.anomalies().subList(1, 5));
    assertThat(occurring("mysql", Level.REPEATABLE_READ)).contains(Anomaly.PARTIAL_VISIBILITY);
    for (Engine engine : Engine.ALL) {
      for (Level level : engine.levels()) {
        assertThat(occurring(engine.name(), level)).doesNotContain(Anomaly.DIRTY_WRITE);
      }
    }
  }

  private static List<Anomaly> occurring(String engine, Level level) {
    Matrix matrix = Declaration.of(Engine.named(engine)).matrix();
    return Stream.of(Anomaly.values())
        .filter(anomaly -> matrix.cell(anomaly, level).orElseThrow().occurs())
        .toList();
  }

  private static List<String> steps(String history) {
    return Stream.of(history.split(" (?=[rwca][1-3])")).map(step -> step.substring(0, 2)).toList();
  }

  private static List<String> steps(Anomaly anomaly) {
    return Specifications.ofTopic(anomaly.option(), Engine.named("h2"))
        .permutations()
        .getFirst()
        .steps()
        .stream()
        .map(step -> step.name().replaceAll("[di]", "w").replaceAll("t(\\d)(\\w).*", "$2$1"))
        .toList();
  }

  /// That something goes wrong one level below is in the matrix.
  @ParameterizedTest
  @MethodSource("engines")
  @Tag("engines")
  @DisplayName("name levels at which no interleaving goes wrong")
  void levels(Engine engine) {
    Need.parts()
        .forEach(need ->
            need.weakest(Declaration.of(engine).matrix()).stream()
                .flatMap(level -> need.alone().stream().map(a -> explored(a, engine, level)))
                .forEach(printed -> assertThat(printed).matches("[A-Z ]+ 0 +\\d+ +\\d+  -")));
  }

  /// The line of a level.
  private static String explored(Anomaly anomaly, Engine engine, Level level) {
    Printed printed =
        Printed.by(new Explore(), Runs.on(engine, anomaly.option(), "--level", level.option()));
    assertThat(printed.err()).isEmpty();
    return printed.out().lines().filter(l -> l.startsWith(level.sql())).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName("lead to a specification for each lock, which expects what the table says")
  void lockFiles(String file) throws IOException {
    Set<Path> linked = new TreeSet<>();
    for (List<String> row : DecisionPage.read(file).rows()) {
      for (String link : DecisionPage.links(row.getLast())) {
        assertThat(Files.readAllLines(Path.of(link)))
            .as(link)
            .contains("#! expect no anomaly at read-committed");
        linked.add(Path.of(link));
      }
    }
    try (Stream<Path> files = Files.list(LOCKS)) {
      assertThat(files.filter(path -> !path.endsWith("one-delete.spec")))
          .containsExactlyInAnyOrderElementsOf(linked);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @Tag("engines")
  @DisplayName("name locks that keep every interleaving right, where their specifications say so")
  void locks(Engine engine) throws IOException {
    try (Stream<Path> files = Files.list(LOCKS)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        for (Level level : List.of(Level.READ_COMMITTED, Level.REPEATABLE_READ)) {
          if (text.contains("at " + level.option())) {
            Printed printed =
                Printed.by(
                    new Explore(), Runs.on(engine, file.toString(), "--level", level.option()));
            assertThat(printed.err()).isEmpty();
            assertThat(printed.status()).as(printed.out()).isZero();
          }
        }
      }
    }
  }

  /// The picture shows the four levels that all have, and says this of the fifth.
  @Test
  @DisplayName("leave out SNAPSHOT of H2 in the picture, since it is as SERIALIZABLE")
  void snapshot() {
    Matrix h2 = Declaration.of(Engine.named("h2")).matrix();
    for (Anomaly anomaly : Anomaly.values()) {
      assertThat(h2.cell(anomaly, Level.SNAPSHOT)).isEqualTo(h2.cell(anomaly, Level.SERIALIZABLE));
    }
  }
}
