package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
      "sessionId: the first value of CALL SESSION_ID(). waits: for each row of SELECT SESSION_ID,"
          + " THIS_WAITING_FOR FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS split the text at the commas;"
          + " each part that is not blank gives a new Wait(SESSION_ID, part as a long). classify:"
          + " getErrorCode() is negative here, so take String.valueOf(getSQLState()): 40001 is an"
          + " UPDATE_CONFLICT (there are no deadlocks, see the guide), 23505 a DUPLICATE_KEY, what"
          + " starts with 08 a CONNECTION_LOST, and all else OTHER. Close statements and result sets."
    },
    chinese =
        @Exercise.Chinese(
            title = "接入一个数据库引擎",
            hints = {
              "INFORMATION_SCHEMA.SYSTEM_SESSIONS 中每个会话有一行。在一个会话等待另一个会话时，用 SELECT * 查看。",
              "THIS_WAITING_FOR 是该会话正在等待的各个会话的编号，用逗号分隔；CALL SESSION_ID() 返回自己的编号。",
              "sessionId：CALL SESSION_ID() 的第一个值。waits：对 SELECT SESSION_ID, THIS_WAITING_FOR FROM"
                  + " INFORMATION_SCHEMA.SYSTEM_SESSIONS 的每一行，按逗号拆分；每个非空的部分生成一个"
                  + " new Wait(SESSION_ID, 转成 long 的编号)。classify：这里的 getErrorCode() 是负数，"
                  + "所以看 String.valueOf(getSQLState())：40001 是 UPDATE_CONFLICT（没有死锁，见手册），23505 是"
                  + " DUPLICATE_KEY，以 08 开头是 CONNECTION_LOST，其余都是 OTHER。记得关闭语句和结果集。"
            }))
@DisplayName("HSQLDB")
class HsqlDbTest {

  private final HsqlDb engine = new HsqlDb();
  private Server server;

  @BeforeEach
  void reach() {
    server = Server.at(engine, "jdbc:hsqldb:mem:exercise", "SA", "");
  }

  @Test
  @DisplayName("says who waits for whom, and so the scheduler sees a step wait")
  void waits() throws Exception {
    try (Sandbox sandbox = withRow()) {
      Connection t1 = sandbox.session();
      Connection t2 = sandbox.session();
      execute(t1, "SET AUTOCOMMIT FALSE", "UPDATE t SET v = 11 WHERE id = 1");
      String waits =
          waits(sandbox, List.of(t1, t2), "UPDATE t SET v = 12 WHERE id = 1", "[t2 -> t1]");
      assertThat(waits)
          .withFailMessage(
              "t2 waits for t1, and waits() must say so: expected [t2 -> t1] but was %s", waits)
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
  @DisplayName("says of all for whom a session waits")
  void waitsForTwo() throws Exception {
    try (Sandbox sandbox = withRow()) {
      Connection t1 = sandbox.session();
      Connection t2 = sandbox.session();
      Connection t3 = sandbox.session();
      execute(t1, "SET AUTOCOMMIT FALSE", "UPDATE t SET v = 11 WHERE id = 1");
      execute(t2, "SET AUTOCOMMIT FALSE", "INSERT INTO t VALUES (2, 20)");
      String expected = "[t3 -> t1, t3 -> t2]";
      String waits =
          waits(sandbox, List.of(t1, t2, t3), "ALTER TABLE t ADD COLUMN w INT", expected);
      assertThat(waits)
          .withFailMessage(
              "t3 waits for t1 and t2, and waits() must say both: expected %s but was %s",
              expected, waits)
          .isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("says nothing of a session that is in a transaction and in nobody's way")
  void uninvolved() throws Exception {
    try (Sandbox sandbox = withRow()) {
      Connection t1 = sandbox.session();
      Connection t2 = sandbox.session();
      Connection t3 = sandbox.session();
      execute(sandbox.control(), "CREATE TABLE u (id INT PRIMARY KEY)");
      execute(t1, "SET AUTOCOMMIT FALSE", "UPDATE t SET v = 11 WHERE id = 1");
      execute(t2, "SET AUTOCOMMIT FALSE", "INSERT INTO u VALUES (1)");
      String expected = "[t3 -> t1]";
      String waits =
          waits(sandbox, List.of(t1, t2, t3), "UPDATE t SET v = 12 WHERE id = 1", expected);
      assertThat(waits)
          .withFailMessage(
              "t3 waits for t1; t2 has another table, and nobody waits for it: expected %s but was %s",
              expected, waits)
          .isEqualTo(expected);
    }
  }

  /// What `waits()` gives while the last session waits with a statement; the others roll back then.
  private String waits(Sandbox sandbox, List<Connection> sessions, String sql, String expected)
      throws SQLException, InterruptedException {
    Map<Long, String> names = new TreeMap<>();
    for (Connection session : sessions) {
      names.put(engine.sessionId(session), "t" + (names.size() + 1));
    }
    Thread waiter =
        Thread.ofPlatform()
            .daemon()
            .start(() ->
                catchThrowableOfType(SQLException.class, () -> execute(sessions.getLast(), sql)));
    try {
      String shown = "[]";
      // It is about to wait; the limit is for an answer that never says so.
      for (int i = 0; i < 100 && !shown.equals(expected); i++) {
        waiter.join(5);
        shown = shown(engine.waits(sandbox.control()), names);
      }
      return shown;
    } finally {
      for (Connection holder : sessions.subList(0, sessions.size() - 1)) {
        execute(holder, "ROLLBACK");
      }
      waiter.join();
    }
  }

  private static String shown(List<Wait> waits, Map<Long, String> names) {
    return waits.stream()
        .map(wait -> "%s -> %s".formatted(name(wait.waiter(), names), name(wait.holder(), names)))
        .sorted()
        .toList()
        .toString();
  }

  private static String name(long session, Map<Long, String> names) {
    return names.getOrDefault(session, "session " + session);
  }

  @Test
  @DisplayName("closes what it opens: the scheduler asks again and again")
  void closes() throws SQLException {
    try (Sandbox sandbox = withRow()) {
      Connection session = sandbox.session();
      Opened opened = new Opened();
      engine.sessionId(opened.by(session));
      engine.waits(opened.by(session));
      assertThat(opened.left())
          .withFailMessage(
              "of what sessionId() and waits() opened, %s was not closed", opened.left())
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "SQLState {0}")
  @DisplayName("says why a statement failed")
  @CsvSource({
    "23505, -104, DUPLICATE_KEY",
    "40001, -4861, UPDATE_CONFLICT",
    "08001, -1301, CONNECTION_LOST",
    "08003, -1303, CONNECTION_LOST",
    "08006, -1305, CONNECTION_LOST",
    "23502, -10, OTHER",
    "23503, -177, OTHER",
    "40002, -4862, OTHER",
    "0A000, -1500, OTHER",
    "22008, -3408, OTHER",
    "42581, -5581, OTHER",
    ", 0, OTHER"
  })
  void classify(String state, int code, Failure expected) {
    Failure failure = engine.classify(new SQLException("failed", state, code));
    assertThat(failure)
        .withFailMessage(
            "SQLState %s, code %d: expected %s but was %s", state, code, expected, failure)
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("says so of a key that HSQLDB itself refuses")
  void duplicateKey() throws SQLException {
    try (Sandbox sandbox = withRow()) {
      Connection session = sandbox.session();
      SQLException duplicate =
          catchThrowableOfType(
              SQLException.class, () -> execute(session, "INSERT INTO t VALUES (1, 0)"));
      Failure failure = engine.classify(duplicate);
      assertThat(failure)
          .withFailMessage(
              "SQLState %s, code %d, a key that is there already: expected DUPLICATE_KEY but was %s",
              duplicate.getSQLState(), duplicate.getErrorCode(), failure)
          .isEqualTo(Failure.DUPLICATE_KEY);
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
      return new Transcript(text -> text).of(runner.run(spec.permutations().getFirst()));
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
}
