package workbook.isolationlevels.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.isolationlevels.verdict.Anomaly;

@DisplayName("The matrix")
class MatrixTest {

  static List<Engine> engines() {
    return Engines.requested();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("of an engine is the declared one, cell by cell")
  void declared(Engine engine) {
    Matrix matrix = Matrix.measure(Engines.shared(engine), engine.levels());

    assertThat(Declaration.of(engine).differences(matrix))
        .as("drift of " + engine.name())
        .isEmpty();
    assertThat(matrix.cells()).hasSize(18);
    // An anomaly has no serial order that explains it: the condition and the oracle agree.
    for (Anomaly anomaly : Anomaly.values()) {
      for (Level level : engine.levels()) {
        Cell cell = matrix.cell(anomaly, level).orElseThrow();
        assertThat(cell.occurs() && cell.serial())
            .as("%s at %s occurs and is serializable", anomaly, level)
            .isFalse();
      }
    }
  }

  /// Martin Kleppmann, Hermitage, <https://github.com/ept/hermitage>: the table of its README, for
  /// PostgreSQL 9.3 and MySQL 5.6. `r` stands for its R/O, prevented in transactions that only
  /// read.
  @ParameterizedTest
  @DisplayName("agrees with the published one of Hermitage")
  @CsvSource({
    "postgresql, READ_COMMITTED,   p p p p p - - - - -",
    "postgresql, REPEATABLE_READ,  p p p p p p p p - -",
    "postgresql, SERIALIZABLE,     p p p p p p p p p p",
    "mysql,      READ_UNCOMMITTED, p - - - - - - - - -",
    "mysql,      READ_COMMITTED,   p p p p p - - - - -",
    "mysql,      REPEATABLE_READ,  p p p p p r - r - -",
    "mysql,      SERIALIZABLE,     p p p p p p p p p p",
  })
  void hermitage(String engine, Level level, String published) {
    List<List<Anomaly>> columns =
        List.of(
            List.of(Anomaly.DIRTY_WRITE),
            List.of(Anomaly.ABORTED_READ),
            List.of(Anomaly.INTERMEDIATE_READ),
            List.of(Anomaly.CIRCULAR_FLOW),
            List.of(Anomaly.VANISHING),
            List.of(Anomaly.PREDICATE_READ, Anomaly.PREDICATE_WRITE),
            List.of(Anomaly.LOST_UPDATE),
            List.of(Anomaly.READ_SKEW, Anomaly.READ_SKEW_WRITE),
            List.of(Anomaly.WRITE_SKEW),
            List.of(Anomaly.PREDICATE_WRITE_SKEW));
    Matrix declared = Declaration.of(Engine.named(engine)).matrix();
    String[] cells = published.split(" ");
    for (int i = 0; i < cells.length; i++) {
      boolean read = declared.cell(columns.get(i).getFirst(), level).orElseThrow().occurs();
      boolean write = declared.cell(columns.get(i).getLast(), level).orElseThrow().occurs();
      String ours = read ? "-" : !write ? "p" : columns.get(i).size() > 1 ? "r" : "-";
      assertThat(ours).as("%s at %s: %s", engine, level, columns.get(i)).isEqualTo(cells[i]);
    }
  }

  /// The table of the SQL standard (ISO/IEC 9075-2, 4.41.4 in SQL:2016): what each level must
  /// prevent. An engine may prevent more.
  @Test
  @DisplayName("prevents what the SQL standard demands, on every engine")
  void standard() {
    Map<Anomaly, List<Level>> demanded =
        Map.of(
            Anomaly.ABORTED_READ,
            List.of(Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE),
            Anomaly.FUZZY_READ,
            List.of(Level.REPEATABLE_READ, Level.SERIALIZABLE),
            Anomaly.PHANTOM,
            List.of(Level.SERIALIZABLE));
    for (Engine engine : Engine.ALL) {
      Matrix declared = Declaration.of(engine).matrix();
      demanded.forEach((anomaly, levels) ->
          levels.forEach(level ->
              assertThat(declared.cell(anomaly, level).orElseThrow().occurs())
                  .as("%s at %s on %s", anomaly, level, engine.name())
                  .isFalse()));
    }
  }

  @Test
  @DisplayName("that has drifted is told cell by cell")
  void drift() {
    Engine h2 = Engine.named("h2");
    String text =
        """
        manual https://example.org
        levels       read-committed serializable
        lost-update  occurs~ 40001 | - never
        phantom      snapshot~ occurs~ | may never
        """;
    Declaration declared = Declaration.parse(h2, text);
    Declaration other =
        Declaration.parse(
            h2, text.replace("occurs~ 40001", "waited 40001").replace("snapshot~", "snapshot"));
    assertThat(declared.differences(declared.matrix())).isEmpty();
    assertThat(declared.differences(other.matrix()))
        .containsExactly(
            "phantom at read-committed: declared snapshot~, measured snapshot",
            "lost-update at read-committed: declared occurs~, measured waited");
    // Better than promised, and worse.
    assertThat(difference(declared, Anomaly.PHANTOM, Level.READ_COMMITTED)).isEqualTo('+');
    assertThat(difference(declared, Anomaly.PHANTOM, Level.SERIALIZABLE)).isEqualTo('!');
    assertThat(difference(declared, Anomaly.LOST_UPDATE, Level.READ_COMMITTED)).isEqualTo(' ');
    assertThat(difference(declared, Anomaly.LOST_UPDATE, Level.SERIALIZABLE)).isEqualTo(' ');
  }

  private static char difference(Declaration declared, Anomaly anomaly, Level level) {
    return declared
        .promise(anomaly, level)
        .difference(declared.matrix().cell(anomaly, level).orElseThrow());
  }
}
