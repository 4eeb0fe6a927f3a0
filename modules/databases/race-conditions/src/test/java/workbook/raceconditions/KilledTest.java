package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Failure;
import workbook.engine.Sandbox;
import workbook.raceconditions.Watched.Watcher;

@DisplayName("A session that the server ends in the middle of a withdrawal")
class KilledTest {

  private static final int OPENING = 100;
  private static final Request REQUEST = new Request(1, Bank.ACCOUNT, Plan.AMOUNT);

  static List<String> engines() {
    return Engines.requested().stream().map(Engine::name).toList();
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName(
      "before any statement or the commit: nothing is taken, and the same request is paid once")
  void before(String name) throws Exception {
    try (Sandbox sandbox = Engines.shared(Engine.named(name)).sandbox()) {
      Bank.create(sandbox.control());
      for (String moment : moments(sandbox)) {
        Bank.open(sandbox.control(), OPENING);
        Connection session = sandbox.session();
        Watcher watcher = before(sandbox, session, moment);
        SQLException lost =
            catchThrowableOfType(
                SQLException.class, () -> withdraw(sandbox, Watched.connection(session, watcher)));
        assertThat(sandbox.engine().classify(lost)).as(moment).isEqualTo(Failure.CONNECTION_LOST);
        assertThat(Retry.isWorthIt(sandbox.engine(), lost)).as("retry after %s", moment).isFalse();
        assertThat(Bank.books(sandbox.control())).as(moment).isEqualTo(new Bank.Books(OPENING, 0));
        assertThat(withdraw(sandbox, sandbox.session())).as("asked again").isTrue();
        assertPaidOnce(sandbox, moment);
      }
    }
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName(
      "after the commit, before its answer: the money is taken, and the same request is paid once")
  void after(String name) throws Exception {
    try (Sandbox sandbox = Engines.shared(Engine.named(name)).sandbox()) {
      Bank.create(sandbox.control());
      Bank.open(sandbox.control(), OPENING);
      Connection session = sandbox.session();
      Watcher watcher = afterCommit(sandbox, session);
      assertThatThrownBy(() -> withdraw(sandbox, Watched.connection(session, watcher)))
          .isInstanceOf(SQLException.class);
      assertPaidOnce(sandbox, "before it was asked again");
      assertThat(withdraw(sandbox, sandbox.session())).as("asked again").isTrue();
      assertPaidOnce(sandbox, "after it was asked again");
    }
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName(
      "after the commit, and a form that does not know requests: asked again, it pays again")
  void doubled(String name) throws Exception {
    try (Sandbox sandbox = Engines.shared(Engine.named(name)).sandbox()) {
      Bank.create(sandbox.control());
      Bank.open(sandbox.control(), OPENING);
      Withdrawal form = new SingleUpdate(new Retry(sandbox.engine()));
      Connection session = sandbox.session();
      Watcher watcher = afterCommit(sandbox, session);
      assertThatThrownBy(() -> form.withdraw(Watched.connection(session, watcher), REQUEST))
          .isInstanceOf(SQLException.class);
      assertThat(form.withdraw(sandbox.session(), REQUEST)).isTrue();
      assertThat(Bank.books(sandbox.control()).withdrawn()).isEqualTo(2 * Plan.AMOUNT);
    }
  }

  /// Everything that the form tells the database.
  private static List<String> moments(Sandbox sandbox) throws SQLException {
    List<String> moments = new ArrayList<>();
    Watcher recorder =
        new Watcher() {
          @Override
          public void before(String sql) {
            moments.add(sql);
          }
        };
    Bank.open(sandbox.control(), OPENING);
    withdraw(sandbox, Watched.connection(sandbox.session(), recorder));
    assertThat(moments).hasSize(4).endsWith("COMMIT");
    return moments;
  }

  private static Watcher before(Sandbox sandbox, Connection session, String moment)
      throws SQLException {
    long id = sandbox.engine().sessionId(session);
    return new Watcher() {
      @Override
      public void before(String sql) throws SQLException {
        if (sql.equals(moment)) {
          sandbox.engine().end(sandbox.control(), id);
        }
      }
    };
  }

  /// The commit arrives, and its answer does not. Nobody outside can hit that moment, so the
  /// watcher ends the session behind it and throws what the driver would.
  private static Watcher afterCommit(Sandbox sandbox, Connection session) throws SQLException {
    long id = sandbox.engine().sessionId(session);
    return new Watcher() {
      @Override
      public Object after(String sql, Object result) throws SQLException {
        if (sql.equals("COMMIT")) {
          sandbox.engine().end(sandbox.control(), id);
          throw new SQLException("no answer to the commit", "08007");
        }
        return result;
      }
    };
  }

  private static boolean withdraw(Sandbox sandbox, Connection session) throws SQLException {
    return new Idempotent(new Retry(sandbox.engine()), sandbox.engine()).withdraw(session, REQUEST);
  }

  private static void assertPaidOnce(Sandbox sandbox, String moment) throws SQLException {
    assertThat(Bank.books(sandbox.control()))
        .as(moment)
        .isEqualTo(new Bank.Books(OPENING - Plan.AMOUNT, Plan.AMOUNT));
  }
}
