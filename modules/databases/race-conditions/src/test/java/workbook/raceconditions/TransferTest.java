package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Sandbox;
import workbook.exercise.Exercise;
import workbook.raceconditions.Watched.Watcher;

@Exercise(
    id = "race-conditions/5",
    title = "A transfer without a deadlock",
    hints = {
      "A holds the lock of account 1 and wants that of 2, B holds 2 and wants 1. Which rule, kept"
          + " by both, makes this impossible?",
      "Always lock in the same order, for instance the smaller number first, whichever of the two"
          + " the money comes from. And look at the balance only when you hold the lock.",
      "Refuse from == to. In Transaction.run: SELECT balance … FOR UPDATE for Math.min(from, to), then"
          + " for Math.max, with Sql.number, which throws where there is no row. Of the two results one"
          + " is the payer's balance: if it is too little, return false. Then two UPDATEs."
    },
    chinese =
        @Exercise.Chinese(
            title = "不会死锁的转账",
            hints = {
              "A 持有账户 1 的锁，想要 2 的；B 持有 2 的，想要 1 的。双方都遵守怎样的规则，这种情况就不可能发生？",
              "总按同一个顺序加锁，例如编号小的先锁，不论钱从哪边出。而且要在持有锁之后才看余额。",
              "先拒绝 from == to。在 Transaction.run 里：先对 Math.min(from, to) 执行 SELECT balance … FOR UPDATE，再对 Math.max(from, to) 执行；查不到的账户抛出 SQLException（Sql.number 会这样做）。两个结果中有一个是付款方的余额：不够就返回 false。然后执行两条 UPDATE。"
            }))
@DisplayName("Exercise 5: a transfer without a deadlock")
class TransferTest {

  @AutoClose private final H2Bank bank = new H2Bank();

  private record Order(int from, int to, int amount) {}

  @Test
  @DisplayName("one after the other: 30 there, 50 back, and 90 are too much")
  void sequential() throws Exception {
    try (Sandbox sandbox = accounts(80, 40)) {
      Connection session = sandbox.session();
      assertThat(Transfer.transfer(session, 1, 2, 30)).as("30 from 80").isTrue();
      assertBalances(sandbox, 50, 70);
      assertThat(Transfer.transfer(session, 2, 1, 50)).as("50 from 70").isTrue();
      assertBalances(sandbox, 100, 20);
      assertThat(Transfer.transfer(session, 2, 1, 90)).as("90 from 20").isFalse();
      assertBalances(sandbox, 100, 20);
      assertThat(session.getAutoCommit()).as("autocommit afterwards").isTrue();
    }
  }

  @Test
  @DisplayName("to the same account, or to one that is not there: refused, and nothing is moved")
  void refused() throws Exception {
    try (Sandbox sandbox = accounts(80, 40)) {
      Connection session = sandbox.session();
      assertThatThrownBy(() -> Transfer.transfer(session, 1, 1, 10), "from account 1 to itself")
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> Transfer.transfer(session, 1, 3, 10), "to an account that is not there")
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(
              () -> Transfer.transfer(session, 3, 1, 10), "from an account that is not there")
          .isInstanceOf(SQLException.class);
      assertBalances(sandbox, 80, 40);
    }
  }

  @Test
  @DisplayName("what the payee's account cannot hold is not taken from the payer")
  void whole() throws Exception {
    try (Sandbox sandbox = accounts(80, Integer.MAX_VALUE)) {
      Connection session = sandbox.session();
      assertThatThrownBy(
              () -> Transfer.transfer(session, 1, 2, 10), "10 to an account that is full")
          .isInstanceOf(SQLException.class);
      assertBalances(sandbox, 80, Integer.MAX_VALUE);
    }
  }

  @Test
  @DisplayName("there and back at once, each held after its first statement: no deadlock")
  void opposite() throws Exception {
    try (Sandbox sandbox = accounts(100, 100)) {
      List<String> answers = atOnce(sandbox, 2, new Order(1, 2, 30), new Order(2, 1, 50));
      assertThat(answers).as("1 to 2 and 2 to 1 at once").isEqualTo(List.of("moved", "moved"));
      assertBalances(sandbox, 120, 80);
    }
  }

  @Test
  @DisplayName("twice the same way, with money for one of them: one is moved")
  void same() throws Exception {
    // Wherever one of them looked at the balance, the other has looked too before it is changed.
    for (int statement = 2; statement <= 4; statement++) {
      try (Sandbox sandbox = accounts(0, 50)) {
        List<String> answers = atOnce(sandbox, statement, new Order(2, 1, 50), new Order(2, 1, 50));
        assertThat(answers.stream().sorted().toList())
            .as("50 from 50, twice at once")
            .isEqualTo(List.of("moved", "too little"));
        assertBalances(sandbox, 50, 0);
      }
    }
  }

  /// Holds each transfer before one of its statements, counted from 1, until the other is there as
  /// well, waits for a lock, or has ended.
  private static List<String> atOnce(Sandbox sandbox, int statement, Order... orders)
      throws Exception {
    List<Connection> sessions = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (Order _ : orders) {
      sessions.add(sandbox.session());
      ids.add(sandbox.engine().sessionId(sessions.getLast()));
    }
    Gate gate =
        new Gate(
            orders.length,
            () -> waiting(sandbox, ids),
            sandbox.engine().waitsInterval(),
            Duration.ofSeconds(10));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < orders.length; i++) {
        int number = i;
        Connection session = Watched.connection(sessions.get(i), heldAt(statement, gate, i));
        answers.add(threads.submit(() -> answer(gate, number, session, orders[number])));
      }
      try {
        gate.awaitFull();
      } finally {
        gate.open();
      }
      List<String> texts = new ArrayList<>();
      for (Future<String> answer : answers) {
        texts.add(answer.get());
      }
      return texts;
    }
  }

  private static String answer(Gate gate, int number, Connection session, Order order) {
    try {
      return Transfer.transfer(session, order.from, order.to, order.amount)
          ? "moved"
          : "too little";
    } catch (SQLException e) {
      return "error " + e.getSQLState() + ": " + e.getMessage();
    } finally {
      gate.leave(number);
    }
  }

  private static Watcher heldAt(int statement, Gate gate, int number) {
    return new Watcher() {
      private int statements;

      @Override
      public void before(String sql) {
        if (++statements == statement) {
          gate.arrive(number);
        }
      }
    };
  }

  private static Set<Integer> waiting(Sandbox sandbox, List<Long> ids) throws SQLException {
    return sandbox.engine().waits(sandbox.control()).stream()
        .map(wait -> ids.indexOf(wait.waiter()))
        .filter(number -> number >= 0)
        .collect(Collectors.toSet());
  }

  private Sandbox accounts(int first, int second) throws SQLException {
    Sandbox sandbox = bank.open(first);
    Sql.update(sandbox.control(), "INSERT INTO account VALUES (2, ?, 0)", second);
    return sandbox;
  }

  private static void assertBalances(Sandbox sandbox, int first, int second) throws SQLException {
    assertThat(Sql.number(sandbox.control(), "SELECT balance FROM account WHERE id = 1"))
        .as("balance of account 1")
        .isEqualTo(first);
    assertThat(Sql.number(sandbox.control(), "SELECT balance FROM account WHERE id = 2"))
        .as("balance of account 2")
        .isEqualTo(second);
  }
}
