package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("No verdict is wrong in silence")
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
    Path file = Files.writeString(folder.resolve("my.spec"), text);
    return Printed.by(example, Runs.on(engine, file.toString(), options));
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
}
