package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Sandbox;
import workbook.exercise.Exercise;

/// The codes are those of the vendors' manuals: MySQL's and MariaDB's server error references,
/// PostgreSQL's appendix A, H2's `ErrorCode`.
@Exercise(
    id = "race-conditions/2",
    title = "Once more, but not everything",
    hints = {
      "What do you know about the transaction after each kind of Failure: was it rolled back, was"
          + " it committed, or does nobody know?",
      "A deadlock, an update conflict and a lock timeout left nothing behind once you have rolled"
          + " back. A lost connection may have committed; only if the same work may be done twice"
          + " can it be done again, and not on that connection.",
      "Open a connection; in a try whose finally closes it, for attempt from 1: return"
          + " Transaction.run(connection, work). In catch (SQLException e) a switch over"
          + " engine.classify(e) says whether to go on: true for DEADLOCK, UPDATE_CONFLICT and"
          + " LOCK_TIMEOUT, idempotent for CONNECTION_LOST, false for the others. Throw e if not, or"
          + " if attempt == attempts. After CONNECTION_LOST close the connection and open another."
    },
    chinese =
        @Exercise.Chinese(
            title = "可以重试，但不是什么都重试",
            hints = {
              "对每一种 Failure，你对那个事务知道些什么：已回滚、已提交，还是无从得知？",
              "死锁、更新冲突和锁超时，在回滚之后不留下任何东西。连接丢失时事务可能已经提交；只有做两次也无妨的操作才能重做，而且不能用原来的连接。",
              "打开一个连接，放进 try，由 finally 关闭；attempt 从 1 开始循环：return Transaction.run(connection, work)。在 catch (SQLException e) 里对 engine.classify(e) 做 switch，决定是否再试：DEADLOCK、UPDATE_CONFLICT、LOCK_TIMEOUT 为 true，CONNECTION_LOST 取 idempotent，其余为 false。不再试或者 attempt == attempts 时抛出 e。遇到 CONNECTION_LOST 就关闭连接，另开一个。"
            }))
@DisplayName("Exercise 2: once more, but not everything")
class CarefulRetryTest {

  private static final int OPENING = 100;

  @AutoClose private final H2Bank bank = new H2Bank();
  private final List<Connection> opened = new ArrayList<>();
  private Sandbox sandbox;
  private int calls;

  /// What the last attempt that failed has thrown.
  private SQLException ofTheWork;

  @BeforeEach
  void open() throws SQLException {
    sandbox = bank.open(OPENING);
  }

  @Test
  @DisplayName("deadlock, update conflict, lock timeout: once more, on every engine")
  void again() throws SQLException {
    for (Code code :
        List.of(
            new Code("mysql", "40001", 1213),
            new Code("mysql", "40001", 1205),
            new Code("mariadb", "40001", 1213),
            new Code("mariadb", "HY000", 1020),
            new Code("mariadb", "HY000", 1205),
            new Code("postgresql", "40P01", 0),
            new Code("postgresql", "40001", 0),
            new Code("postgresql", "55P03", 0),
            new Code("h2", "40001", 40001),
            new Code("h2", "HYT00", 50200))) {
      Thrown.assertNothing(catchThrowable(() -> failOnce(code, false)), "after %s", code);
      assertThat(calls).as("attempts after %s", code).isEqualTo(2);
      assertThat(opened).as("connections opened after %s", code).hasSize(1);
      assertTakenOnce(code);
    }
  }

  @Test
  @DisplayName("duplicate key, wrong statement: thrown at once, and nothing stays of it")
  void hopeless() throws SQLException {
    for (Code code :
        List.of(
            new Code("mysql", "23000", 1062),
            new Code("mariadb", "42000", 1064),
            new Code("postgresql", "23505", 0),
            new Code("h2", "23505", 23505))) {
      Throwable thrown = catchThrowable(() -> failOnce(code, true));
      Thrown.assertSame(ofTheWork, thrown, "after %s", code);
      assertThat(calls).as("attempts after %s", code).isEqualTo(1);
      assertThat(balance()).as("balance after %s", code).isEqualTo(OPENING);
    }
  }

  @Test
  @DisplayName(
      "a lost connection: once more on a new one if the work may be done twice, else thrown at"
          + " once")
  void lost() throws SQLException {
    for (Code code :
        List.of(
            new Code("mysql", "08S01", 0),
            new Code("mariadb", "08000", 0),
            new Code("postgresql", "57P01", 0),
            new Code("h2", "90067", 90067))) {
      Throwable thrown = catchThrowable(() -> failOnce(code, false));
      Thrown.assertSame(ofTheWork, thrown, "after %s, not idempotent", code);
      assertThat(calls).as("attempts after %s, not idempotent", code).isEqualTo(1);
      Thrown.assertNothing(
          catchThrowable(() -> failOnce(code, true)), "after %s, idempotent", code);
      assertThat(calls).as("attempts after %s, idempotent", code).isEqualTo(2);
      assertThat(opened).as("connections opened after %s, idempotent", code).hasSize(2);
      assertTakenOnce(code);
    }
  }

  @Test
  @DisplayName("3 attempts are three, and then the last error is thrown")
  void bounded() throws SQLException {
    Throwable thrown = catchThrowable(() -> fail(new Code("h2", "40001", 40001), true, 3, 99));
    assertThat(calls).as("attempts of 3").isEqualTo(3);
    assertThat(thrown).as("thrown after 3 attempts").hasMessage("attempt 3");
    assertThat(balance()).as("balance after 3 attempts").isEqualTo(OPENING);
    assertThat(catchThrowable(() -> fail(new Code("h2", "40001", 40001), true, 1, 99)))
        .as("thrown after the only attempt")
        .hasMessage("attempt 1");
    thrown = catchThrowable(() -> fail(new Code("h2", "90067", 90067), true, 3, 99));
    assertThat(calls).as("attempts of 3, each on a connection that is lost").isEqualTo(3);
    Thrown.assertSame(ofTheWork, thrown, "after 3 connections were lost");
  }

  @Test
  @DisplayName("work that throws something else is not done again, and its connection is closed")
  void unchecked() throws SQLException {
    opened.clear();
    IllegalStateException onFire = new IllegalStateException("the printer is on fire");
    Throwable thrown =
        catchThrowable(() ->
            CarefulRetry.run(
                Engine.named("h2"),
                this::session,
                3,
                true,
                transaction -> {
                  calls++;
                  Sql.update(transaction, "UPDATE account SET balance = balance - 10");
                  throw onFire;
                }));
    Thrown.assertSame(onFire, thrown, "after an IllegalStateException");
    assertThat(calls).as("attempts after an IllegalStateException").isEqualTo(1);
    assertThat(balance()).as("balance after an IllegalStateException").isEqualTo(OPENING);
    for (Connection connection : opened) {
      assertThat(connection.isClosed()).as("closed after an IllegalStateException").isTrue();
    }
  }

  @Test
  @DisplayName("every connection that was opened is closed")
  void closed() throws SQLException {
    failOnce(new Code("h2", "90067", 90067), true);
    for (Connection connection : opened) {
      assertThat(connection.isClosed()).as("closed after success").isTrue();
    }
    Throwable thrown = catchThrowable(() -> failOnce(new Code("h2", "23505", 23505), true));
    Thrown.assertSame(ofTheWork, thrown, "after h2 23505/23505");
    for (Connection connection : opened) {
      assertThat(connection.isClosed()).as("closed after an error").isTrue();
    }
  }

  private record Code(String engine, String state, int vendor) {
    @Override
    public String toString() {
      return "%s %s/%d".formatted(engine, state, vendor);
    }
  }

  private void failOnce(Code code, boolean idempotent) throws SQLException {
    fail(code, idempotent, 5, 1);
  }

  /// Takes money, and then fails so often.
  private void fail(Code code, boolean idempotent, int attempts, int times) throws SQLException {
    calls = 0;
    opened.clear();
    Bank.open(sandbox.control(), OPENING);
    Integer given =
        CarefulRetry.run(
            Engine.named(code.engine),
            this::session,
            attempts,
            idempotent,
            transaction -> {
              if (++calls > attempts) {
                throw new AssertionError("%d attempts, and there is another".formatted(attempts));
              }
              Sql.update(transaction, "UPDATE account SET balance = balance - 10");
              if (calls <= times) {
                ofTheWork = new SQLException("attempt " + calls, code.state, code.vendor);
                throw ofTheWork;
              }
              return calls;
            });
    assertThat(Objects.equals(given, calls))
        .withFailMessage("what the work gave, after %s: expected %d but was %s", code, calls, given)
        .isTrue();
  }

  private Connection session() throws SQLException {
    Connection session = sandbox.session();
    opened.add(session);
    return session;
  }

  private int balance() throws SQLException {
    return Bank.books(sandbox.control()).balance();
  }

  private void assertTakenOnce(Code code) throws SQLException {
    assertThat(balance()).as("balance after %s, and 10 taken", code).isEqualTo(OPENING - 10);
  }
}
