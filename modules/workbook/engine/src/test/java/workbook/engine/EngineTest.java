package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine.Wait;

@DisplayName("Each engine that was asked for")
class EngineTest {

  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  static List<Engine> engines() {
    return Engines.requested();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("takes each of its levels, and has the default that its manual says")
  void levels(Engine engine) throws SQLException {
    try (Sandbox sandbox = Engines.shared(engine).sandbox();
        Connection session = sandbox.session()) {
      assertThat(session.getTransactionIsolation()).isEqualTo(engine.defaultLevel().jdbc());
      for (Level level : engine.levels()) {
        engine.setLevel(session, level);
        assertThat(session.getTransactionIsolation()).isEqualTo(level.jdbc());
      }
    }
  }

  @ParameterizedTest
  @Tag("engines")
  @MethodSource("engines")
  @DisplayName("says who waits for whom, and that a wait for a lock has an end")
  void lockTimeout(Engine engine) throws Exception {
    try (Sandbox sandbox = withRows(engine)) {
      Connection holder = sandbox.session();
      Connection waiter = sandbox.session();
      engine.setLockTimeout(waiter, Duration.ofSeconds(1));
      Wait expected = new Wait(engine.sessionId(waiter), engine.sessionId(holder));
      execute(holder, "BEGIN", "UPDATE t SET v = 11 WHERE id = 1");

      CompletableFuture<SQLException> waiting = failure(waiter, "UPDATE t SET v = 12 WHERE id = 1");
      boolean seen = false;
      while (!waiting.isDone() && !seen) {
        Thread.sleep(engine.waitsInterval());
        seen = engine.waits(sandbox.control()).contains(expected);
      }

      assertThat(seen).as("%s was seen", expected).isTrue();
      assertThat(engine.classify(waiting.join())).isEqualTo(Failure.LOCK_TIMEOUT);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("ends a deadlock, and says that it was one")
  void deadlock(Engine engine) throws Exception {
    try (Sandbox sandbox = withRows(engine)) {
      Connection one = sandbox.session();
      Connection two = sandbox.session();
      execute(one, "BEGIN", "UPDATE t SET v = 11 WHERE id = 1");
      execute(two, "BEGIN", "UPDATE t SET v = 22 WHERE id = 2");
      CompletableFuture<SQLException> first = failure(one, "UPDATE t SET v = 12 WHERE id = 2");
      CompletableFuture<SQLException> second = failure(two, "UPDATE t SET v = 21 WHERE id = 1");

      SQLException victim = first.join() == null ? second.join() : first.join();
      assertThat(engine.classify(victim)).as(victim.getMessage()).isEqualTo(Failure.DEADLOCK);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("tells an update conflict from a deadlock")
  void updateConflict(Engine engine) throws Exception {
    try (Sandbox sandbox = withRows(engine)) {
      Connection late = sandbox.session();
      Connection early = sandbox.session();
      engine.setLevel(late, Level.REPEATABLE_READ);
      execute(late, "BEGIN", "SELECT v FROM t WHERE id = 1");
      execute(early, "UPDATE t SET v = 11 WHERE id = 1");

      if (engine.name().equals("mysql")) {
        // It has no such error: the update goes through, on a row that was not the one read.
        execute(late, "UPDATE t SET v = 12 WHERE id = 1");
      } else {
        SQLException e =
            catchThrowableOfType(
                SQLException.class, () -> execute(late, "UPDATE t SET v = 12 WHERE id = 1"));
        assertThat(engine.classify(e)).as(e.getMessage()).isEqualTo(Failure.UPDATE_CONFLICT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("says that a key is there already, and that a session was ended")
  void duplicateAndLost(Engine engine) throws SQLException {
    try (Sandbox sandbox = withRows(engine)) {
      Connection session = sandbox.session();
      SQLException duplicate =
          catchThrowableOfType(
              SQLException.class, () -> execute(session, "INSERT INTO t VALUES (1, 0)"));
      assertThat(engine.classify(duplicate)).isEqualTo(Failure.DUPLICATE_KEY);

      engine.end(sandbox.control(), engine.sessionId(session));
      SQLException lost =
          catchThrowableOfType(SQLException.class, () -> execute(session, "SELECT v FROM t"));
      assertThat(engine.classify(lost)).as("%s", lost).isEqualTo(Failure.CONNECTION_LOST);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("removes a sandbox and ends its sessions, even one that waits for a lock")
  void removed(Engine engine) throws Exception {
    Server server = Engines.shared(engine);
    Sandbox sandbox = withRows(engine);
    execute(sandbox.session(), "BEGIN", "UPDATE t SET v = 11 WHERE id = 1");
    Connection waiter = sandbox.session();
    CompletableFuture<SQLException> waiting = failure(waiter, "UPDATE t SET v = 12 WHERE id = 1");
    sandbox.close();

    // It was ended, or it had its turn once the other was.
    waiting.orTimeout(10, TimeUnit.SECONDS).join();
    assertThatThrownBy(sandbox::session).hasMessageContaining("closed");
    try (Sandbox other = server.sandbox()) {
      assertThatThrownBy(() -> execute(other.control(), "SELECT v FROM t"))
          .isInstanceOf(SQLException.class);
    }
  }

  private static Sandbox withRows(Engine engine) throws SQLException {
    Sandbox sandbox = Engines.shared(engine).sandbox();
    execute(
        sandbox.control(),
        "CREATE TABLE t (id INT PRIMARY KEY, v INT)",
        "INSERT INTO t VALUES (1, 10), (2, 20)");
    return sandbox;
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    for (String sql : statements) {
      Sql.execute(connection, sql);
    }
  }

  /// Runs a statement on a thread of its own, and gives what it throws, or null.
  private static CompletableFuture<SQLException> failure(Connection connection, String sql) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(SQLException.class, () -> execute(connection, sql)), THREADS);
  }
}
