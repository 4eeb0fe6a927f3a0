package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine.Wait;
import workbook.engine.Failure;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.exercise.Exercise;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.transcript.Transcript;

@Exercise(
    id = "isolation-levels/5",
    title = "Add an engine",
    hints = {
      "INFORMATION_SCHEMA.SYSTEM_SESSIONS has a row for each session. Look at it, by"
          + " SELECT *, while one session waits for another.",
      "THIS_WAITING_FOR holds the numbers of the sessions that one waits for, with commas between"
          + " them; CALL SESSION_ID() gives one's own.",
      "getErrorCode() is negative here, so look at getSQLState(): 40001 is an update conflict (there"
          + " are no deadlocks, see the guide), 23505 a duplicate key, 08… a lost connection."
    })
@DisplayName("HSQLDB")
class HsqlDbTest {

  private final HsqlDb engine = new HsqlDb();
  private Server server;

  @BeforeEach
  void reach() {
    server = Server.at(engine, "jdbc:hsqldb:mem:exercise", "SA", "", null);
  }

  @Test
  @DisplayName("says who waits for whom; so that the scheduler sees a step wait")
  void waits() throws Exception {
    try (Sandbox sandbox = withRow()) {
      Connection t1 = sandbox.session();
      Connection t2 = sandbox.session();
      long one = engine.sessionId(t1);
      long two = engine.sessionId(t2);
      execute(t1, "SET AUTOCOMMIT FALSE", "UPDATE t SET v = 11 WHERE id = 1");
      Thread waiter =
          Thread.ofPlatform()
              .daemon()
              .start(() ->
                  catchThrowableOfType(
                      SQLException.class, () -> execute(t2, "UPDATE t SET v = 12 WHERE id = 1")));
      List<Wait> waits = List.of();
      // It is about to wait; the limit is for an answer that never says so.
      for (int i = 0; i < 100 && waits.isEmpty(); i++) {
        waiter.join(5);
        waits = engine.waits(sandbox.control());
      }
      execute(t1, "ROLLBACK");
      waiter.join();
      String shown = shown(waits, one, two);
      assertThat(shown)
          .withFailMessage(
              "t2 waits for t1, and waits() must say so: expected [t2 -> t1] but was %s", shown)
          .isEqualTo("[t2 -> t1]");
    }
    assertThat(transcript())
        .endsWith(
            """
            step c: UPDATE t SET v = v + 1 WHERE id = 1; <waiting ...>
            step b: COMMIT;
            step c: <... completed>
            """);
  }

  @Test
  @DisplayName("says why a statement failed")
  void classify() throws SQLException {
    try (Sandbox sandbox = withRow()) {
      Connection session = sandbox.session();
      SQLException duplicate =
          catchThrowableOfType(
              SQLException.class, () -> execute(session, "INSERT INTO t VALUES (1, 0)"));
      assertThat(engine.classify(duplicate))
          .as(
              "SQLState %s, code %d: a key that is there already",
              duplicate.getSQLState(), duplicate.getErrorCode())
          .isEqualTo(Failure.DUPLICATE_KEY);
      assertThat(engine.classify(new SQLException("serialization failure", "40001", -4861)))
          .as("SQLState 40001, code -4861")
          .isEqualTo(Failure.UPDATE_CONFLICT);
      assertThat(engine.classify(new SQLException("connection exception", "08003", -1303)))
          .as("SQLState 08003")
          .isEqualTo(Failure.CONNECTION_LOST);
      assertThat(engine.classify(new SQLException("unexpected token", "42581", -5581)))
          .as("SQLState 42581")
          .isEqualTo(Failure.OTHER);
    }
  }

  private String transcript() {
    Specification spec =
        Parser.parse(
            "wait.spec",
            """
            setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); }
            setup { INSERT INTO t VALUES (1, 10); }
            teardown { DROP TABLE t; }
            session t1
            setup { SET AUTOCOMMIT FALSE; }
            step a { UPDATE t SET v = 11 WHERE id = 1; }
            step b { COMMIT; }
            session t2
            step c { UPDATE t SET v = v + 1 WHERE id = 1; }
            permutation a c b
            """,
            engine.name());
    try (Runner runner = new Runner(server.sandbox(), spec, Rules.TESTER, Runner.LIMIT)) {
      return Transcript.of(runner.run(spec.permutations().getFirst()));
    }
  }

  private Sandbox withRow() throws SQLException {
    Sandbox sandbox = server.sandbox();
    execute(
        sandbox.control(),
        "CREATE TABLE t (id INT PRIMARY KEY, v INT)",
        "INSERT INTO t VALUES (1, 10)");
    return sandbox;
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String shown(List<Wait> waits, long one, long two) {
    return waits
        .toString()
        .replaceAll("Wait\\[waiter=(\\d+), holder=(\\d+)]", "$1 -> $2")
        .replaceAll("\\b%d\\b".formatted(one), "t1")
        .replaceAll("\\b%d\\b".formatted(two), "t2");
  }
}
