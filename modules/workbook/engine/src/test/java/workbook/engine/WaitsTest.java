package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The kinds are those of the manuals: PostgreSQL 18, 13.3 and 28.2.15 (wait events of type Lock);
/// MySQL 9, 10.11 (internal, metadata locks) and 17.7.1 (InnoDB locking); MariaDB, 'Metadata
/// Locking', 'InnoDB Lock Modes', BACKUP STAGE; H2, 'Multi-Version Concurrency Control' and 'Lock
/// Timeout'.
@DisplayName("A session that waits for another is seen")
@Timeout(60)
class WaitsTest {

  private static final String T =
      "CREATE TABLE t (id INT PRIMARY KEY, v INT); INSERT INTO t VALUES (1, 10), (5, 50)";

  /// What is set up, what the holder does, and what waits for it.
  record Case(String engines, String kind, String setUp, String holds, String waits) {

    boolean isFor(String engine) {
      return engines.equals("all") || List.of(engines.split(" ")).contains(engine);
    }
  }

  private static final List<Case> CASES =
      List.of(
          of(
              "all",
              "row lock",
              "BEGIN; UPDATE t SET v = 11 WHERE id = 1",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of(
              "all",
              "unique key",
              "BEGIN; INSERT INTO t VALUES (7, 70)",
              "INSERT INTO t VALUES (7, 71)"),
          of(
              "all",
              "locking read",
              "BEGIN; SELECT v FROM t WHERE id = 1 FOR UPDATE",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of(
              "all",
              "row deleted",
              "BEGIN; DELETE FROM t WHERE id = 1",
              "UPDATE t SET v = 12 WHERE id = 1"),
          foreignKey(
              "mysql mariadb postgresql",
              "foreign key: a child for a parent that is changed",
              "BEGIN; DELETE FROM t WHERE id = 1",
              "INSERT INTO c VALUES (1, 1)"),
          of(
              "all",
              "form of a table: ALTER TABLE",
              "BEGIN; UPDATE t SET v = 11 WHERE id = 1",
              "ALTER TABLE t ADD COLUMN w INT"),
          of(
              "all",
              "form of a table: DROP TABLE",
              "BEGIN; UPDATE t SET v = 11 WHERE id = 1",
              "DROP TABLE t"),
          of(
              "all",
              "form of a table: TRUNCATE TABLE",
              "BEGIN; UPDATE t SET v = 11 WHERE id = 1",
              "TRUNCATE TABLE t"),
          of(
              "all",
              "form of a table: CREATE INDEX",
              "BEGIN; UPDATE t SET v = 11 WHERE id = 1",
              "CREATE INDEX i ON t (v)"),
          of(
              "mysql mariadb postgresql",
              "form of a table that was only read",
              "BEGIN; SELECT v FROM t",
              "ALTER TABLE t ADD COLUMN w INT"),
          of(
              "mysql mariadb",
              "shared row lock",
              "BEGIN; SELECT v FROM t WHERE id = 1 LOCK IN SHARE MODE",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of(
              "mysql mariadb",
              "gap lock",
              "BEGIN; SELECT v FROM t WHERE id = 3 FOR UPDATE",
              "INSERT INTO t VALUES (4, 40)"),
          of(
              "mysql mariadb",
              "next-key lock",
              "BEGIN; SELECT v FROM t WHERE id > 1 FOR UPDATE",
              "INSERT INTO t VALUES (9, 90)"),
          of(
              "mysql mariadb",
              "supremum",
              "BEGIN; SELECT v FROM t WHERE id > 5 FOR UPDATE",
              "INSERT INTO t VALUES (9, 90)"),
          of(
              "mysql mariadb",
              "SERIALIZABLE read",
              "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE; BEGIN; SELECT v FROM t WHERE id = 1",
              "UPDATE t SET v = 12 WHERE id = 1"),
          new Case(
              "mysql mariadb",
              "predicate lock of a spatial index",
              "CREATE TABLE g (id INT PRIMARY KEY, p POINT NOT NULL /*!80003 SRID 0 */, SPATIAL INDEX (p)); INSERT INTO g VALUES (1, ST_GeomFromText('POINT(1 1)'))",
              "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE; BEGIN; SELECT id FROM g WHERE MBRWithin(p, ST_GeomFromText('POLYGON((0 0, 0 5, 5 5, 5 0, 0 0))')) FOR UPDATE",
              "INSERT INTO g VALUES (2, ST_GeomFromText('POINT(2 2)'))"),
          of(
              "mysql mariadb",
              "LOCK TABLES for reading",
              "LOCK TABLES t READ",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of("mysql mariadb", "LOCK TABLES for writing", "LOCK TABLES t WRITE", "SELECT v FROM t"),
          of(
              "mysql mariadb",
              "LOCK TABLES behind a transaction",
              "BEGIN; UPDATE t SET v = 11 WHERE id = 1",
              "LOCK TABLES t WRITE"),
          of(
              "mysql mariadb",
              "user-level lock",
              "SELECT GET_LOCK('my lock', 0)",
              "SELECT GET_LOCK('my lock', 30)"),
          of(
              "mysql mariadb",
              "global read lock",
              "FLUSH TABLES WITH READ LOCK",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of("mysql", "backup lock", "LOCK INSTANCE FOR BACKUP", "ALTER TABLE t ADD COLUMN w INT"),
          of(
              "mariadb",
              "backup lock",
              "BACKUP STAGE START; BACKUP STAGE BLOCK_DDL",
              "ALTER TABLE t ADD COLUMN w INT"),
          of(
              "mariadb",
              "backup lock of a table",
              "BACKUP LOCK t",
              "ALTER TABLE t ADD COLUMN w INT"),
          of(
              "postgresql",
              "shared row lock",
              "BEGIN; SELECT v FROM t WHERE id = 1 FOR SHARE",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of(
              "postgresql",
              "table lock",
              "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE",
              "SELECT v FROM t"),
          of(
              "postgresql",
              "table lock against writers",
              "BEGIN; LOCK TABLE t IN SHARE MODE",
              "UPDATE t SET v = 12 WHERE id = 1"),
          of(
              "postgresql",
              "advisory lock of a session",
              "SELECT pg_advisory_lock(7)",
              "SELECT pg_advisory_lock(7)"),
          of(
              "postgresql",
              "advisory lock of a transaction",
              "BEGIN; SELECT pg_advisory_xact_lock(7)",
              "SELECT pg_advisory_xact_lock(7)"),
          of(
              "postgresql",
              "shared advisory lock",
              "SELECT pg_advisory_lock_shared(1, 2)",
              "SELECT pg_advisory_lock(1, 2)"),
          of(
              "postgresql",
              "speculative insertion",
              "BEGIN; INSERT INTO t VALUES (7, 70)",
              "INSERT INTO t VALUES (7, 71) ON CONFLICT (id) DO NOTHING"),
          of(
              "postgresql",
              "virtual transaction",
              "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT v FROM t",
              "CREATE INDEX CONCURRENTLY i ON t (v)"),
          new Case(
              "postgresql",
              "exclusion constraint",
              "CREATE TABLE x (r int4range, EXCLUDE USING gist (r WITH &&))",
              "BEGIN; INSERT INTO x VALUES ('[1,5)')",
              "INSERT INTO x VALUES ('[2,3)')"),
          of(
              "postgresql",
              "safe snapshot",
              "BEGIN ISOLATION LEVEL SERIALIZABLE; UPDATE t SET v = 11 WHERE id = 1",
              "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE; SELECT v FROM t"));

  private static Case of(String engines, String kind, String holds, String waits) {
    return new Case(engines, kind, T, holds, waits);
  }

  private static Case foreignKey(String engines, String kind, String holds, String waits) {
    String child =
        "; CREATE TABLE c (id INT PRIMARY KEY, t INT, FOREIGN KEY (t) REFERENCES t (id))";
    return new Case(engines, kind, T + child, holds, waits);
  }

  static Stream<Arguments> cases() {
    return Engines.requested().stream()
        .flatMap(engine ->
            CASES.stream()
                .filter(each -> each.isFor(engine.name()))
                .map(each -> Arguments.of(engine, each.kind(), each)));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("cases")
  @DisplayName("whatever it waits for")
  void seen(Engine engine, String kind, Case each) throws Exception {
    try (Sandbox sandbox = Engines.shared(engine).sandbox();
        ExecutorService waiting = Executors.newSingleThreadExecutor()) {
      Connection control = sandbox.control();
      run(control, each.setUp());
      Connection holder = sandbox.session();
      Connection waiter = sandbox.session();
      engine.setLockTimeout(waiter, Duration.ofSeconds(30));
      Engine.Wait wait = new Engine.Wait(engine.sessionId(waiter), engine.sessionId(holder));
      run(holder, each.holds());
      Future<?> end =
          waiting.submit(() -> {
            run(waiter, each.waits());
            return null;
          });
      long last = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!engine.waits(control).contains(wait)) {
        assertThat(end.isDone()).as("%s: ended without a wait", kind).isFalse();
        assertThat(System.nanoTime()).as("%s: seen", kind).isLessThan(last);
        Thread.sleep(engine.waitsInterval());
      }
      engine.end(control, wait.holder());
      while (!end.isDone()) {
        assertThat(System.nanoTime()).as("%s: ended", kind).isLessThan(last + 10_000_000_000L);
        Thread.sleep(10);
      }
      Thread.sleep(engine.waitsInterval());
      assertThat(engine.waits(control)).as("%s: no more", kind).doesNotContain(wait);
    }
  }

  private static void run(Connection session, String statements) throws SQLException {
    try (Statement statement = session.createStatement()) {
      for (String sql : statements.split("; ")) {
        statement.execute(sql);
      }
    }
  }
}
