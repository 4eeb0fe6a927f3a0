package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.exercise.Exercise;

@Exercise(
    id = "race-conditions/4",
    title = "With a connection pool",
    hints = {
      "A pool hands your connection to the next one who asks. What of all that you have changed"
          + " about it does the pool know?",
      "HikariCP resets what was set through JDBC: setTransactionIsolation, setAutoCommit. It never"
          + " sees what a SQL statement sets. And it cannot give to anyone what you have not"
          + " closed.",
      "try (Connection connection = pool.getConnection()) around all the attempts, so that one"
          + " withdrawal needs one connection. In it setTransactionIsolation, then Retry.run."
    },
    chinese =
        @Exercise.Chinese(
            title = "使用连接池",
            hints = {
              "连接池会把你的连接交给下一个请求者。你对它做过的改动，连接池知道哪些？",
              "HikariCP 会复位通过 JDBC 做的设置：setTransactionIsolation、setAutoCommit。用 SQL 语句做的设置它看不到。没有关闭的连接，它也无法交给别人。",
              "try (Connection connection = pool.getConnection()) 放在所有尝试的外面，这样一次取款只用一个连接。在里面先调用 setTransactionIsolation，再用 Retry.run。"
            }))
@DisplayName("Exercise 4: with a connection pool")
class PooledTest {

  private static final int OPENING = 10;

  private final JdbcDataSource database = new JdbcDataSource();
  private Connection control;
  private HikariDataSource pool;

  @BeforeEach
  void open() throws SQLException {
    database.setURL("jdbc:h2:mem:pooled");
    control = database.getConnection();
    Bank.create(control);
    Bank.open(control, OPENING);
    pool = pool(1);
  }

  private HikariDataSource pool(int size) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(250); // the least that HikariCP allows
    return new HikariDataSource(config);
  }

  @AfterEach
  void close() throws SQLException {
    pool.close();
    control.close();
  }

  @Test
  @DisplayName("the work is done at SERIALIZABLE, and committed")
  void level() throws Exception {
    String level =
        serializable(
            pool,
            transaction -> {
              assertThat(transaction.getAutoCommit()).as("autocommit in the work").isFalse();
              Sql.update(transaction, "UPDATE account SET balance = 7");
              return level(transaction);
            });
    assertThat(level).as("level of the work").isEqualTo("SERIALIZABLE");
    assertThat(Bank.books(control).balance()).as("balance set to 7 by the work").isEqualTo(7);
  }

  @Test
  @DisplayName("the next borrower gets the connection as it was")
  void next() throws Exception {
    serializable(pool, _ -> null);
    assertUntouched("the next borrower");
  }

  @Test
  @DisplayName("after work that throws, too, and nothing stays of the work")
  void failure() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Throwable thrown =
        catchThrowable(() ->
            serializable(
                pool,
                transaction -> {
                  attempts.incrementAndGet();
                  Sql.update(transaction, "UPDATE account SET balance = 0");
                  throw new SQLException("the printer is on fire");
                }));
    assertThat(thrown).as("thrown by the work").hasMessage("the printer is on fire");
    assertThat(attempts.get()).as("attempts of work that cannot succeed").isEqualTo(1);
    assertGivenBack("an SQLException");
  }

  @Test
  @DisplayName("after work that throws what is unchecked, too")
  void unchecked() throws Exception {
    IllegalStateException onFire = new IllegalStateException("the printer is on fire");
    Throwable thrown =
        catchThrowable(() ->
            serializable(
                pool,
                transaction -> {
                  Sql.update(transaction, "UPDATE account SET balance = 0");
                  throw onFire;
                }));
    Thrown.assertSame(onFire, thrown, "after an IllegalStateException");
    assertGivenBack("an IllegalStateException");
  }

  private void assertGivenBack(String failure) throws SQLException {
    assertThat(pool.getHikariPoolMXBean().getActiveConnections())
        .as("connections in use after %s", failure)
        .isZero();
    assertUntouched("the next borrower after " + failure);
    assertThat(Bank.books(control).balance()).as("balance after %s", failure).isEqualTo(OPENING);
  }

  @Test
  @DisplayName("again for what every engine asks for, and not for what stays as it is")
  void engines() {
    assertAttempts("mysql", "40001", 1213, 2); // a deadlock
    assertAttempts("mariadb", "HY000", 1020, 2); // changed since it was read
    assertAttempts("postgresql", "40P01", 0, 2); // a deadlock
    assertAttempts("h2", "40001", 40001, 2);
    assertAttempts("mysql", "23000", 1062, 1); // a duplicate key
    assertAttempts("postgresql", "57P01", 0, 1); // a lost connection
  }

  private void assertAttempts(String engine, String state, int code, int expected) {
    AtomicInteger attempts = new AtomicInteger();
    SQLException failure = new SQLException("failed", state, code);
    Throwable thrown =
        catchThrowable(() ->
            Pooled.serializable(
                Engine.named(engine),
                pool,
                _ -> {
                  if (attempts.incrementAndGet() == 1) {
                    throw failure;
                  }
                  return null;
                }));
    String when = "after %s of %s".formatted(state + "/" + code, engine);
    assertThat(attempts.get()).as("attempts %s", when).isEqualTo(expected);
    if (expected == 1) {
      Thrown.assertSame(failure, thrown, when);
    } else {
      Thrown.assertNothing(thrown, when);
    }
  }

  private void assertUntouched(String who) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(level(connection)).as("level of %s", who).isEqualTo("READ COMMITTED");
      assertThat(connection.getAutoCommit()).as("autocommit of %s", who).isTrue();
    }
  }

  @Test
  @DisplayName("what is begun again needs no second connection: the pool has only one")
  void onlyOne() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Throwable thrown =
        catchThrowable(() ->
            serializable(
                pool,
                _ -> {
                  if (attempts.incrementAndGet() <= 5) {
                    throw new SQLException("somebody was faster", "40001", 40001);
                  }
                  return null;
                }));
    Thrown.assertNothing(thrown, "work that is begun again, from a pool of one");
    assertThat(attempts.get()).as("attempts of work that fails 5 times").isEqualTo(6);
  }

  @Test
  @DisplayName("two want the same money from a pool of two: one is begun again, and one is paid")
  void conflict() throws Exception {
    pool.close();
    pool = pool(2);
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers =
          List.of(
              threads.submit(() -> serializable(pool, tx -> withdraw(tx, bothHaveRead, attempts))),
              threads.submit(() -> serializable(pool, tx -> withdraw(tx, bothHaveRead, attempts))));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .as("paid to two who want 10 from %d", OPENING)
          .containsExactlyInAnyOrder(true, false);
    }
    assertThat(attempts.get())
        .as("attempts of two withdrawals, one of which conflicts")
        .isEqualTo(3);
    assertThat(Bank.books(control)).as("books").isEqualTo(new Bank.Books(0, 10));
  }

  private static boolean withdraw(
      Connection transaction, CyclicBarrier bothHaveRead, AtomicInteger attempts)
      throws SQLException {
    int balance = Sql.number(transaction, "SELECT balance FROM account WHERE id = 1");
    if (attempts.incrementAndGet() <= 2) {
      await(bothHaveRead);
    }
    if (balance < 10) {
      return false;
    }
    Sql.update(transaction, "UPDATE account SET balance = ?", balance - 10);
    Sql.update(transaction, "INSERT INTO ledger VALUES (1, 10)");
    return true;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(5, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the other one has not come", e);
    }
  }

  private static String level(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT ISOLATION_LEVEL FROM INFORMATION_SCHEMA.SESSIONS"
                    + " WHERE SESSION_ID = SESSION_ID()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static <T> T serializable(HikariDataSource pool, Transaction.Work<T> work)
      throws SQLException {
    return Pooled.serializable(Engine.named("h2"), pool, work);
  }
}
