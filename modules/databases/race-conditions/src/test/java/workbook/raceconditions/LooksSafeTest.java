package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Sandbox;
import workbook.exercise.Exercise;
import workbook.raceconditions.Watched.Watcher;

@Exercise(
    id = "race-conditions/1",
    title = "It looks safe and is not",
    hints = {
      "No update is lost: the database subtracts from what is there. So which of the two rules is"
          + " broken, money before = money after + withdrawn, or no balance below zero?",
      "Two customers have read the balance, and both have found enough. What must the account hold,"
          + " so that it was enough for each of them and not for both?",
      "The check has to be where the subtraction is: UPDATE … WHERE id = ? AND balance >= ?. It"
          + " changes one row or none, and executeUpdate tells you which; after one, write the ledger"
          + " in the same transaction. attack() is new Plan(2, 1, Plan.AMOUNT, false)."
    },
    chinese =
        @Exercise.Chinese(
            title = "看似安全，其实不然",
            hints = {
              "没有丢失更新：数据库是在现有余额上做减法的。那么被破坏的是两条规则中的哪一条：取款前的钱 = 取款后的钱 + 已取走的钱，还是余额不为负？",
              "两个客户都读了余额，都认为够。账户里应有多少钱，才会对每个人都够，对两个人却不够？",
              "检查必须和减法在同一处：UPDATE … WHERE id = ? AND balance >= ?。它改一行或零行，executeUpdate 会告诉你是哪种；改了一行就在同一个事务里写 ledger。attack() 取 new Plan(2, 1, Plan.AMOUNT, false)。"
            }))
@DisplayName("Exercise 1: it looks safe and is not")
class LooksSafeTest {

  private static final Pattern SUBTRACTS =
      Pattern.compile("(?is)\\bset\\s+balance\\s*=(?:(?!\\bwhere\\b).)*\\bbalance\\b");

  @AutoClose private final H2Bank bank = new H2Bank();

  @Test
  @DisplayName(
      "the attack overdraws the account by CheckThenSubtract, with two customers in one round")
  void attack() throws Exception {
    Plan plan = LooksSafe.attack();
    assertThat(plan.customers()).as("customers of the attack").isEqualTo(2);
    assertThat(plan.rounds()).as("rounds of the attack").isEqualTo(1);
    assertThat(plan.sameRequest()).as("the same request from both").isFalse();
    Outcome outcome = bank.attack(new CheckThenSubtract(), plan);
    assertThat(outcome.paid()).as("paid out of %d", plan.opening()).isEqualTo(2);
    assertThat(outcome.books().balance())
        .as("balance after two took 10 from %d", plan.opening())
        .isNegative();
  }

  @Test
  @DisplayName("one customer takes 10 from 25, twice, and then no more")
  void one() throws Exception {
    Outcome outcome = bank.attack(new LooksSafe(), new Plan(1, 3, 25, false));
    assertThat(outcome.paid()).as("paid out of 25").isEqualTo(2);
    assertThat(outcome.books())
        .as("books after 2 withdrawals from 25")
        .isEqualTo(new Bank.Books(5, 20));
  }

  @Test
  @DisplayName("the mended form pays 25 of 48 who come for 10, from 250, and the books are right")
  void mended() throws Exception {
    assertNoLockInJava();
    // Plan.of(8, 6): three rounds of 8 and one withdrawal more: 25 times 10.
    Plan plan = Plan.of(8, 6);
    assertThat(plan.opening()).isEqualTo(250);
    Outcome outcome = bank.attack(new LooksSafe(), plan);
    assertThat(outcome.overdrawn()).as("overdrawn, from an account with 250").isZero();
    assertThat(outcome.lost()).as("lost updates").isZero();
    assertThat(outcome.paid()).as("paid, 10 each, from an account with 250").isEqualTo(25);
    assertThat(outcome.holds()).as("%s", outcome).isTrue();
  }

  /// Holds one customer before the `UPDATE`, and looks for what the next one waits. Another program
  /// would not wait for a lock of this JVM.
  private void assertNoLockInJava() throws Exception {
    try (Sandbox sandbox = bank.open(20)) {
      Withdrawal form = new LooksSafe();
      Gate gate = new Gate(1, Set::of, Duration.ofMillis(2), Duration.ofSeconds(10));
      Connection held = Watched.connection(sandbox.session(), gate.watcher(0));
      Connection other = sandbox.session();
      long otherId = sandbox.engine().sessionId(other);
      FutureTask<Boolean> first =
          new FutureTask<>(() -> {
            try {
              return form.withdraw(held, new Request(1, 1, 10));
            } finally {
              gate.leave(0);
            }
          });
      FutureTask<Boolean> second =
          new FutureTask<>(() -> form.withdraw(other, new Request(2, 1, 10)));
      Thread.ofPlatform().start(first);
      try {
        gate.awaitFull();
        Thread waiting = Thread.ofPlatform().start(second);
        assertThat(waitsInJava(waiting, sandbox, otherId))
            .overridingErrorMessage(
                "the second customer waits for a lock in Java: it holds up the threads of one"
                    + " program, and the database is used by others too")
            .isFalse();
      } finally {
        gate.open();
      }
      first.get();
      second.get();
    }
  }

  /// Whether a thread waits in the form, and not in the database: seen twice, with the time of a
  /// question to the database in between.
  private static boolean waitsInJava(Thread thread, Sandbox sandbox, long session)
      throws SQLException, InterruptedException {
    int seen = 0;
    while (seen < 2) {
      if (thread.join(Duration.ofMillis(20))
          || sandbox.engine().waits(sandbox.control()).stream()
              .anyMatch(wait -> wait.waiter() == session)) {
        return false;
      }
      List<String> frames =
          Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getClassName).toList();
      boolean waits =
          thread.getState() != Thread.State.RUNNABLE
              && frames.stream().anyMatch(LooksSafe.class.getName()::equals)
              && frames.stream().noneMatch(name -> name.startsWith("org.h2."));
      seen = waits ? seen + 1 : 0;
    }
    return true;
  }

  @Test
  @DisplayName("7 from one of two accounts: the other is left alone, and the ledger has both")
  void another() throws Exception {
    try (Sandbox sandbox = bank.open(25)) {
      Sql.update(sandbox.control(), "INSERT INTO account VALUES (2, 8, 0)");
      Connection session = sandbox.session();
      assertThat(new LooksSafe().withdraw(session, new Request(1, 2, 7)))
          .as("paid 7 from account 2, which holds 8")
          .isTrue();
      assertThat(new LooksSafe().withdraw(session, new Request(2, 2, 7)))
          .as("paid 7 from account 2, which holds 1")
          .isFalse();
      assertThat(balance(sandbox, 2)).as("balance of account 2, after 7 from 8").isEqualTo(1);
      assertThat(balance(sandbox, 1)).as("balance of account 1, left alone").isEqualTo(25);
      assertThat(Sql.number(sandbox.control(), "SELECT SUM(amount) FROM ledger WHERE account = 2"))
          .as("in the ledger for account 2")
          .isEqualTo(7);
    }
  }

  @Test
  @DisplayName("where the ledger cannot be written, the money stays: all is one transaction")
  void together() throws Exception {
    try (Sandbox sandbox = bank.open(25)) {
      Watcher noLedger =
          new Watcher() {
            @Override
            public void before(String sql) throws SQLException {
              if (sql.contains("ledger")) {
                throw new SQLException("the ledger is full");
              }
            }
          };
      Connection session = Watched.connection(sandbox.session(), noLedger);
      Throwable thrown =
          catchThrowable(() -> new LooksSafe().withdraw(session, new Request(1, 1, 10)));
      assertThat(thrown).as("thrown where the ledger is full").isInstanceOf(SQLException.class);
      assertThat(balance(sandbox, 1)).as("balance where the ledger is full").isEqualTo(25);
    }
  }

  @Test
  @DisplayName("the database subtracts, in a transaction at READ COMMITTED")
  void subtracts() throws Exception {
    try (Sandbox sandbox = bank.open(25)) {
      Connection plain = sandbox.session();
      int given = plain.getTransactionIsolation();
      List<String> subtracting = new ArrayList<>();
      List<Integer> levels = new ArrayList<>();
      Watcher watcher =
          new Watcher() {
            @Override
            public void before(String sql) throws SQLException {
              levels.add(plain.getTransactionIsolation());
              if (SUBTRACTS.matcher(sql).find()) {
                subtracting.add(sql);
              }
            }
          };
      new LooksSafe().withdraw(Watched.connection(plain, watcher), new Request(1, 1, 10));
      assertThat(levels.stream().allMatch(level -> level == given))
          .withFailMessage(
              "the level must stay READ COMMITTED: a stricter one is no mending of the statements")
          .isTrue();
      assertThat(subtracting.isEmpty())
          .withFailMessage(
              "the database must subtract, as in SET balance = balance - ?: no statement does")
          .isFalse();
    }
  }

  private static int balance(Sandbox sandbox, int account) throws SQLException {
    return Sql.number(sandbox.control(), "SELECT balance FROM account WHERE id = ?", account);
  }
}
