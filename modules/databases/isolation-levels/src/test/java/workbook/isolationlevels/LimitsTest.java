package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("A specification that does not end")
@Tag("engines")
@Timeout(120)
class LimitsTest {

  private static final String TABLE =
      "setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); INSERT INTO t VALUES (1, 10); }\n";

  @TempDir private Path folder;

  static List<Engine> engines() {
    return Engines.requested();
  }

  private Printed run(Example example, String text, Engine engine, String... options)
      throws IOException {
    return Runs.of(folder, example, text, engine, options);
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("because it leaves a transaction open is torn down, and runs again")
  void openTransaction(Engine engine) throws IOException {
    Printed printed =
        run(
            new Spec(),
            TABLE
                + """
                teardown { DROP TABLE t; }
                session s1
                setup { BEGIN; }
                step s1u { UPDATE t SET v = v + 1 WHERE id = 1; }
                session s2
                step s2r { SELECT 1 AS "one"; }
                permutation s1u
                permutation s2r s1u
                """,
            engine);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        .doesNotContain("ERROR", "failed", "WARNING")
        .contains("starting permutation: s2r s1u\nstep s2r: SELECT 1");
  }

  /// What a session holds beyond its transaction, and a statement that waits for it.
  private static final Map<String, Map<String, String>> HELD =
      Map.of(
          "mysql",
          Map.of(
              "LOCK TABLES t READ", "DROP TABLE t",
              "SELECT GET_LOCK('mine', 0)", "SELECT GET_LOCK('mine', 600); DROP TABLE t"),
          "mariadb",
          Map.of(
              "LOCK TABLES t READ", "DROP TABLE t",
              "SELECT GET_LOCK('mine', 0)", "SELECT GET_LOCK('mine', 600); DROP TABLE t"),
          "postgresql",
          Map.of("SELECT pg_advisory_lock(7)", "SELECT pg_advisory_xact_lock(7); DROP TABLE t"),
          "h2",
          Map.of());

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("because a session keeps a lock beyond its transaction: the session is ended")
  void heldBeyond(Engine engine) throws IOException {
    for (Map.Entry<String, String> held : HELD.get(engine.name()).entrySet()) {
      Printed printed =
          run(
              new Spec(),
              TABLE
                  + """
                  teardown { %s; }
                  session s1
                  step s1l { %s; }
                  session s2
                  step s2r { SELECT 1 AS "one"; }
                  permutation s1l
                  permutation s2r s1l
                  """
                      .formatted(held.getValue(), held.getKey()),
              engine);
      assertThat(printed.err()).as(held.getKey()).isEmpty();
      assertThat(printed.out()).doesNotContain("failed").contains("starting permutation: s2r s1l");
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("because a setup or a teardown takes too long is given up after the limit")
  void tooLong(Engine engine) throws IOException {
    String forever =
        switch (engine.name()) {
          case "postgresql" -> "SELECT pg_sleep(600)";
          case "h2" ->
              "SELECT count(*) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b";
          default -> "SELECT SLEEP(600)";
        };
    String plain = "session s1 step s1r { SELECT 1 AS \"one\"; } ";
    assertThat(run(new Spec(), "setup { " + forever + "; } " + plain, engine, "--limit", "1").err())
        .isEqualTo("isolation-levels/spec: setup: no end after 1 s\n");
    assertThat(
            run(new Spec(), "teardown { " + forever + "; } " + plain, engine, "--limit", "1").err())
        .isEqualTo("isolation-levels/spec: teardown: no end after 1 s\n");
    assertThat(
            run(new Spec(), plain + "teardown { " + forever + "; }", engine, "--limit", "1").err())
        .isEqualTo("isolation-levels/spec: teardown of session s1: no end after 1 s\n");
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("because a session's setup waits for another says for whom")
  void setupWaits(Engine engine) throws IOException {
    String text =
        TABLE
            + """
            session s1
            setup { BEGIN; UPDATE t SET v = 11 WHERE id = 1; }
            step s1c { COMMIT; }
            session s2
            setup { BEGIN; UPDATE t SET v = 12 WHERE id = 1; }
            step s2c { COMMIT; }
            permutation s1c s2c
            """;
    assertThat(run(new Spec(), text, engine, "--limit", "1").err())
        .isEqualTo("isolation-levels/spec: setup of session s2: no end after 1 s (waits for s1)\n");
  }
}
