package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.spec.Orders;
import workbook.isolationlevels.spec.Parser;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("No verdict is wrong in silence")
@Tag("engines")
class VerdictsTest {

  private static final String TABLE =
      "setup { CREATE TABLE t (id INT PRIMARY KEY, v INT CHECK (v < 100)); INSERT INTO t VALUES (1, 10); }\n"
          + "teardown { DROP TABLE t; }\n";

  @TempDir private Path folder;

  static List<Engine> engines() {
    return Engines.requested();
  }

  private Printed run(Example example, String text, Engine engine, String... options)
      throws IOException {
    return Runs.of(folder, example, text, engine, options);
  }

  private Printed onH2(Example example, String text, String... options) throws IOException {
    return run(example, text, Engine.named("h2"), options);
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("An error that no other session has caused stops the run, and says where")
  void error(Engine engine) throws IOException {
    String text =
        TABLE
            + """
            session s1
            setup { BEGIN; }
            step s1u { UPDATE t SET v = 11 WHERE id = 1; }
            step s1c { COMMIT; }
            session s2
            step s2x
            { UPDATE nothing SET v = 12; }
            """;
    for (Example example : List.of(new Explore(), new Timeline())) {
      Printed printed = run(example, text, engine);
      assertThat(printed.status()).isEqualTo(2);
      assertThat(printed.err().lines())
          .singleElement()
          .asString()
          .contains("step s2x (" + folder.resolve("my.spec") + ":8): ERROR:  ")
          .containsIgnoringCase("nothing")
          .contains("; were it part of the program, '#! survives ");
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("A duplicate key that the program survives under a savepoint is what it has read")
  void survives(Engine engine) throws IOException {
    String session =
        """
        session s%1$d
        setup { BEGIN; }
        step s%1$ds { SAVEPOINT x; }
        #! survives duplicate-key
        step s%1$di { INSERT INTO t VALUES (2, %1$d); }
        step s%1$db { ROLLBACK TO SAVEPOINT x; }
        step s%1$du { UPDATE t SET v = v + %1$d WHERE id = 1; }
        step s%1$dc { COMMIT; }
        """;
    String first = session.formatted(1).replace("step s1b { ROLLBACK TO SAVEPOINT x; }\n", "");
    Printed printed =
        run(
            new Timeline(),
            "#! isolation-levels\n"
                + TABLE
                + first
                + session.formatted(2)
                + "permutation s1s s1i s1u s1c s2s s2i s2b s2u s2c\n",
            engine,
            "--level",
            "read-committed");
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("committed: s1, s2\n", "serial order s1, s2: the same", ": goes on\n")
        .contains("left  t (1, 13) (2, 1)\n")
        .contains("serial order s2, s1: differs");
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("An error on which the program rolls back is an abort")
  void aborts(Engine engine) throws IOException {
    String text =
        "#! isolation-levels\n"
            + TABLE
            + """
            session s1
            setup { BEGIN; }
            #! aborts on %s
            step s1u { UPDATE t SET v = v + 50 WHERE id = 1; }
            step s1c { COMMIT; }
            session s2
            step s2u { UPDATE t SET v = v + 50 WHERE id = 1; }
            permutation s2u s1u s1c
            """;
    // The violation of a CHECK: MySQL's number, MariaDB's, H2's state, and the standard's.
    Printed printed = run(new Timeline(), text.formatted("3819, 4025, 23513, 23514"), engine);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("committed: s2\n", "left  t (1, 60)\n", "serial order s2: the same");
    assertThat(run(new Timeline(), text.formatted("1, 2"), engine).err())
        .contains("step s1u (" + folder.resolve("my.spec") + ":7): ERROR:  ");
  }

  /// PostgreSQL answers the COMMIT of a transaction in which a statement has failed with ROLLBACK,
  /// and without an error.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("A commit that PostgreSQL turns into a rollback is none")
  void silentRollback(Engine engine) throws IOException {
    String text =
        "#! isolation-levels\n"
            + TABLE
            + """
            session s1
            setup { BEGIN; }
            step s1u { UPDATE t SET v = 11 WHERE id = 1; }
            #! survives duplicate-key
            step s1i { INSERT INTO t VALUES (1, 12); }
            step s1c { COMMIT; }
            """;
    Printed printed = run(new Timeline(), text, engine);
    if (engine.name().equals("postgresql")) {
      assertThat(printed.err())
          .isEqualTo(
              "isolation-levels/timeline: step s1c (%s:9): PostgreSQL rolls this transaction back, since a statement in it has failed; a program that survives that has a SAVEPOINT, and goes back to it\n"
                  .formatted(folder.resolve("my.spec")));
    } else {
      assertThat(printed.out()).contains("committed: s1\n", "left  t (1, 11)\n");
    }
  }

  private static String identity(Engine engine) {
    return switch (engine.name()) {
      case "h2", "postgresql" -> "INT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
      default -> "INT AUTO_INCREMENT PRIMARY KEY";
    };
  }

  /// The counter is not set back, since the table stays. `p` refers to the generated key of `o`.
  private static String orders(Engine engine) {
    return """
    setup { CREATE TABLE IF NOT EXISTS o (id %s, v INT); DELETE FROM o; }
    setup { CREATE TABLE IF NOT EXISTS p (id INT PRIMARY KEY, o INT, FOREIGN KEY (o) REFERENCES o (id)); }
    teardown { DELETE FROM p; }
    session s1
    setup { BEGIN; }
    step s1i { INSERT INTO o (v) VALUES (1); }
    step s1p { INSERT INTO p SELECT 1, id FROM o WHERE v = 1; }
    step s1r { SELECT id, v FROM o WHERE v = 1; }
    step s1c { COMMIT; }
    session s2
    step s2i { INSERT INTO o (v) VALUES (2); }
    """
        .formatted(identity(engine));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("Keys that the server makes up do not count, unless they are asked for")
  void generatedKeys(Engine engine) throws IOException {
    Printed printed = run(new Explore(), orders(engine), engine);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().lines().filter(line -> line.endsWith("  -")))
        .as(printed.out())
        .hasSameSizeAs(engine.levels())
        .allMatch(line -> line.matches("[A-Z ]+ +0 +[0-5] +[0-5] +-"));
    assertThat(run(new Explore(), orders(engine), engine, "--generated-keys").err())
        .contains("my: no verdict: the serial order s1, s2 was run twice, and ")
        .endsWith(" differs; --leave-out COLUMN leaves out what differs by itself\n");
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName(
      "A serial order that is not the same each time stops the run; columns can be left out")
  void serialOrders(Engine engine) throws IOException {
    String random = engine.name().equals("postgresql") ? "random()" : "rand()";
    String text =
        """
        setup { CREATE TABLE r (id INT PRIMARY KEY, v INT, x DOUBLE PRECISION); }
        teardown { DROP TABLE r; }
        session s1
        step s1i { INSERT INTO r VALUES (1, 1, %s); }
        session s2
        step s2i { INSERT INTO r VALUES (2, 2, 0); }
        """
            .formatted(random);
    assertThat(run(new Explore(), text, engine).err())
        .isEqualTo(
            "isolation-levels/explore: my: no verdict: the serial order s1, s2 was run twice, and table r differs; --leave-out COLUMN leaves out what differs by itself\n");
    for (String column : List.of("x", "r.x", "v, X")) {
      Printed printed = run(new Explore(), text, engine, "--leave-out", column);
      assertThat(printed.err()).isEmpty();
      assertThat(printed.out()).doesNotContain("s1i s2i");
    }
    assertThat(run(new Explore(), text, engine, "--leave-out", "v").err()).contains("table r");
  }

  /// Write skew: at READ COMMITTED both go, and nobody is left. Whoever is left does not matter.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("An invariant as a query can be all that counts")
  void invariant(Engine engine) throws IOException {
    String session =
        """
        session s%1$d
        setup { BEGIN; }
        step s%1$dr { SELECT count(*) FROM d WHERE v = 1; }
        step s%1$du { UPDATE d SET v = 0 WHERE id = %1$d AND 1 < (SELECT n FROM (SELECT count(*) AS n FROM d WHERE v = 1) c); }
        step s%1$dc { COMMIT; }
        """;
    String text =
        "setup { CREATE TABLE d (id INT PRIMARY KEY, v INT); INSERT INTO d VALUES (1, 1), (2, 1); }\nteardown { DROP TABLE d; }\n"
            + session.formatted(1)
            + session.formatted(2);
    Printed all = run(new Explore(), text, engine, "--level", "read-committed");
    Printed left =
        run(
            new Explore(),
            text,
            engine,
            "--level",
            "read-committed",
            "--invariant",
            "SELECT count(*) > 0 FROM d WHERE v = 1");
    assertThat(left.err()).isEmpty();
    assertThat(anomalous(left)).isPositive().isLessThanOrEqualTo(anomalous(all));
    Printed always =
        run(
            new Explore(),
            text,
            engine,
            "--level",
            "read-committed",
            "--invariant",
            "SELECT count(*) FROM d");
    assertThat(anomalous(always)).isZero();
    assertThat(run(new Explore(), text, engine, "--invariant", "SELECT nothing FROM d").err())
        .startsWith(
            "isolation-levels/explore: --invariant: 'SELECT nothing FROM d' failed: ERROR: ");
  }

  private static int anomalous(Printed printed) {
    String row =
        printed
            .out()
            .lines()
            .filter(line -> line.startsWith("READ COMMITTED"))
            .findFirst()
            .orElseThrow();
    return Integer.parseInt(row.substring(16, 27).strip());
  }

  @Test
  @DisplayName("A level that the file sets itself is said to be in force, and no other is")
  void ownLevels() throws IOException {
    String text =
        TABLE
            + """
            session s1
            setup { SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE  READ; }
            step s1b { BEGIN; }
            step s1u { UPDATE t SET v = v + 1 WHERE id = 1; }
            step s1c { COMMIT; }
            session s2
            step s2u { UPDATE t SET v = v + 1 WHERE id = 1; }
            """;
    Printed printed = onH2(new Explore(), text);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("\nas the file says ")
        .endsWith("\nin force: s1 REPEATABLE READ, s2 READ COMMITTED\n")
        .doesNotContain("SERIALIZABLE");
    assertThat(onH2(new Timeline(), text).out())
        .startsWith("my on H2 at s1 REPEATABLE READ, s2 READ COMMITTED\n");
    for (Example example : List.of(new Explore(), new Timeline(), new Spec())) {
      assertThat(onH2(example, text, "--level", "serializable").err())
          .endsWith(
              ": my sets levels of its own, and SERIALIZABLE would not be in force: s1 REPEATABLE READ; leave out the level here or there\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN ISOLATION LEVEL SERIALIZABLE",
        "BEGIN TRANSACTION READ ONLY ISOLATION LEVEL serializable",
        "START TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        "BEGIN; SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        "SET default_transaction_isolation TO 'serializable'",
        "SET @@SESSION.transaction_isolation = 'SERIALIZABLE'",
        "SET transaction_isolation = SERIALIZABLE",
        "SELECT set_config('transaction_isolation', 'serializable', true)"
      })
  @DisplayName("A level that a file sets is recognised in every form")
  void levelForms(String sql) {
    assertThat(own(sql).inForce(Level.READ_COMMITTED)).isEqualTo("s SERIALIZABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "SHOW transaction_isolation",
        "SELECT @@transaction_isolation",
        "INSERT INTO isolation VALUES ('ISOLATION LEVEL')",
        "SET TRANSACTION READ ONLY"
      })
  @DisplayName("and nothing else is")
  void noLevel(String sql) {
    assertThat(own(sql).isEmpty()).isTrue();
  }

  private static OwnLevels own(String sql) {
    return OwnLevels.of(Parser.parse("f", "session s step a { " + sql + " }", "h2"));
  }

  /// 12! / (4! 4! 4!) = 34650 interleavings of three times four steps, and as many serial orders if
  /// each is a transaction; 8! / (4! 4!) = 70.
  @Test
  @DisplayName("What grows beyond --at-most is refused, and said")
  void bounds() throws IOException {
    StringBuilder text = new StringBuilder(TABLE);
    for (int session = 1; session <= 3; session++) {
      text.append("session s").append(session).append('\n');
      for (int step = 1; step <= 4; step++) {
        text.append(
            "step s%d%d { UPDATE t SET v = v + 1 WHERE id = 1; }\n".formatted(session, step));
      }
    }
    String many = ": my has 34650 interleavings: --at-most 34650 runs them\n";
    assertThat(onH2(new Explore(), text.toString()).err()).endsWith(many);
    assertThat(onH2(new Spec(), text.toString()).err()).endsWith(many);
    assertThat(onH2(new Timeline(), text.toString()).err())
        .isEqualTo(
            "isolation-levels/timeline: my has 34650 serial orders of what has committed: --at-most 34650 runs them\n");
    text.append("session s4\n");
    for (int step = 1; step <= 500; step++) {
      text.append("step s4").append(step).append(" { SELECT 1; }\n");
    }
    assertThat(onH2(new Explore(), text.toString()).err())
        .contains("my has about 10^")
        .endsWith(" interleavings: --sample 1000 runs so many of them\n");
    assertThat(onH2(new Spec(), text.toString()).err())
        .contains("my has about 10^")
        .endsWith(" interleavings: that is more than can be run; leave out steps or sessions\n");
  }

  /// The orders were built by recursion, a frame for each step.
  @Test
  @DisplayName("A session of ten thousand steps is one order")
  void oneOrder() {
    List<String> steps = Collections.nCopies(10_000, "s");
    List<Integer> sizes = new ArrayList<>();
    Orders.forEach(List.of(steps), order -> sizes.add(order.size()));
    assertThat(sizes).containsExactly(10_000);
  }
}
