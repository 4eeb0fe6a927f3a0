package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.engine.Sandbox;

@DisplayName("What is begun again")
class RetryTest {

  static List<String> engines() {
    return Engines.requested().stream().map(Engine::name).toList();
  }

  @ParameterizedTest(name = "on {0}")
  @Tag("engines")
  @MethodSource("engines")
  @DisplayName("a lock that was not to be had in time: yes")
  void lockTimeout(String name) throws Exception {
    try (Sandbox sandbox = bank(name)) {
      Connection holder = sandbox.session();
      Connection waiter = sandbox.session();
      sandbox.engine().setLockTimeout(waiter, Duration.ofSeconds(1));
      holder.setAutoCommit(false);
      Sql.update(holder, "UPDATE account SET balance = 1");
      SQLException e =
          catchThrowableOfType(
              SQLException.class, () -> Sql.update(waiter, "UPDATE account SET balance = 2"));
      assertThat(sandbox.engine().classify(e)).isEqualTo(Failure.LOCK_TIMEOUT);
      assertThat(Retry.isWorthIt(sandbox.engine(), e)).isTrue();
    }
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName(
      "a key that is there already, and a statement that is wrong: no, and nothing stays of them")
  void hopeless(String name) throws Exception {
    try (Sandbox sandbox = bank(name)) {
      for (String hopeless :
          List.of("INSERT INTO account VALUES (1, 0, 0)", "UPDATE nothing SET a = 1")) {
        Retry retry = new Retry(sandbox.engine());
        Connection session = sandbox.session();
        assertThatThrownBy(() ->
                retry.run(
                    session,
                    transaction -> {
                      Sql.update(transaction, "UPDATE account SET balance = 0");
                      return Sql.update(transaction, hopeless);
                    }))
            .as(hopeless)
            .isInstanceOf(SQLException.class);
        assertThat(retry.retries()).as("retries after %s", hopeless).isZero();
        assertThat(Bank.books(sandbox.control()).balance())
            .as("balance after %s", hopeless)
            .isEqualTo(100);
        assertThat(session.getAutoCommit()).as("autocommit after %s", hopeless).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName("a conflict: yes, 99 times, each time in a new transaction, and then it is given up")
  void bounded(String name) throws Exception {
    try (Sandbox sandbox = bank(name)) {
      Retry retry = new Retry(sandbox.engine());
      AtomicInteger attempts = new AtomicInteger();
      assertThatThrownBy(() ->
              retry.run(
                  sandbox.session(),
                  transaction -> {
                    assertThat(Bank.books(transaction).balance()).isEqualTo(100);
                    Sql.update(transaction, "UPDATE account SET balance = 0");
                    throw new Conflict("attempt " + attempts.incrementAndGet());
                  }))
          .isInstanceOf(Conflict.class)
          .hasMessage("attempt 100");
      assertThat(retry.retries()).isEqualTo(99);
    }
  }

  /// MySQL's manual, Consistent Nonlocking Reads: a snapshot is that of the first read, while an
  /// `UPDATE` works on what was committed since.
  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName("not the statement alone: the transaction would read the same old version for ever")
  void oldVersion(String name) throws Exception {
    try (Sandbox sandbox = bank(name)) {
      Connection session = sandbox.session();
      sandbox.engine().setLevel(session, Level.REPEATABLE_READ);
      session.setAutoCommit(false);
      assertThat(version(session)).isZero();
      Sql.update(sandbox.control(), "UPDATE account SET version = 1");
      assertThat(version(session)).as("read again in the same transaction").isZero();
      if (name.equals("mysql")) {
        assertThat(Sql.update(session, "UPDATE account SET balance = 0 WHERE version = 0"))
            .as("rows at the version that was read")
            .isZero();
        assertThat(version(session)).as("read after that").isZero();
      }
      session.rollback();
      assertThat(version(session)).as("read in a new transaction").isEqualTo(1);
    }
  }

  private static int version(Connection session) throws SQLException {
    return Sql.number(session, "SELECT version FROM account WHERE id = 1");
  }

  private static Sandbox bank(String name) throws SQLException {
    Sandbox sandbox = Engines.shared(Engine.named(name)).sandbox();
    Bank.create(sandbox.control());
    Bank.open(sandbox.control(), 100);
    return sandbox;
  }
}
