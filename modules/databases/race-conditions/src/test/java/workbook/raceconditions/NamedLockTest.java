package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.exercise.Exercise;

@Exercise(
    id = "race-conditions/3",
    title = "A lock with a name",
    hints = {
      "SELECT … FOR UPDATE locks the rows that it finds. How many does it find the first time"
          + " somebody asks for a name?",
      "So the row has to be there first, and committed. Two sessions may both see that it is"
          + " missing; one of them gets a duplicate key, and that is good news for it as well.",
      "While autocommit is on: INSERT the name, and ignore Failure.DUPLICATE_KEY. Then"
          + " Transaction.run: SELECT … FROM named_lock WHERE name = ? FOR UPDATE, and the work in"
          + " the same transaction, so that the lock ends with the commit and not before."
    },
    chinese =
        @Exercise.Chinese(
            title = "带名字的锁",
            hints = {
              "SELECT … FOR UPDATE 锁住的是它查到的行。第一次用某个名字时，它能查到几行？",
              "所以那一行必须先存在，而且已经提交。两个会话可能都发现它不存在，其中一个会得到主键重复的错误；对它来说这也是好消息。",
              "在自动提交模式下 INSERT 这个名字，忽略 Failure.DUPLICATE_KEY。然后 Transaction.run：SELECT … FROM named_lock WHERE name = ? FOR UPDATE，工作放在同一个事务里，这样锁随提交才释放，不会更早。"
            }))
@DisplayName("Exercise 3: a lock with a name")
class NamedLockTest {

  @AutoClose private final H2Bank bank = new H2Bank();

  @Test
  @DisplayName("under one name the form without any other defence holds, from the first use on")
  void protects() throws Exception {
    Plan plan = Plan.of(4, 4);
    try (Sandbox sandbox = bank.sandbox()) {
      createTable(sandbox);
      Outcome outcome =
          new Attack(sandbox, Level.READ_COMMITTED, plan)
              .run((connection, request) ->
                  NamedLock.locked(
                      sandbox.engine(),
                      connection,
                      "account " + request.account(),
                      transaction -> unprotected(transaction, request)));
      assertThat(outcome.lost()).as("lost updates under one lock").isZero();
      assertThat(outcome.paid())
          .as("paid, 10 each, from %d", plan.opening())
          .isEqualTo(plan.opening() / 10);
      assertThat(outcome.holds()).as("%s", outcome).isTrue();
    }
  }

  private static boolean unprotected(Connection transaction, Request request) throws SQLException {
    int balance =
        Sql.number(transaction, "SELECT balance FROM account WHERE id = ?", request.account());
    if (balance < request.amount()) {
      return false;
    }
    Sql.update(transaction, "UPDATE account SET balance = ?", balance - request.amount());
    Sql.update(
        transaction, "INSERT INTO ledger VALUES (?, ?)", request.account(), request.amount());
    return true;
  }

  @Test
  @DisplayName("another name does not wait, and the same name does")
  void names() throws Exception {
    try (Sandbox sandbox = bank.sandbox()) {
      createTable(sandbox);
      Connection holder = sandbox.session();
      Connection other = sandbox.session();
      sandbox.engine().setLockTimeout(other, Duration.ofMillis(100));
      Throwable same =
          locked(
              sandbox,
              holder,
              "a",
              _ -> {
                Thrown.assertNothing(
                    catchThrowable(() -> locked(sandbox, other, "b", _ -> null)),
                    "lock b while a is held");
                return catchThrowable(() -> locked(sandbox, other, "a", _ -> null));
              });
      Thrown.assertSomething(same, "lock a while a is held, after 100 ms");
      Thrown.assertNothing(
          catchThrowable(() -> locked(sandbox, other, "a", _ -> null)),
          "lock a when it is free again");
    }
  }

  @Test
  @DisplayName("any text is a name, and no two are the same: with an apostrophe, or with one hash")
  void anyName() throws Exception {
    try (Sandbox sandbox = bank.sandbox()) {
      createTable(sandbox);
      Connection holder = sandbox.session();
      Connection other = sandbox.session();
      sandbox.engine().setLockTimeout(other, Duration.ofMillis(100));
      Thrown.assertNothing(
          catchThrowable(() -> locked(sandbox, holder, "Ada's printer", _ -> null)),
          "lock \"Ada's printer\"");
      // "Aa" and "BB" have the same hash code, 2112; for LIKE, "a%" is any name that begins with a.
      for (List<String> names :
          List.of(
              List.of("Aa", "BB"), List.of("ab", "a%"), List.of("c", "C"), List.of("d", "d "))) {
        Throwable thrown =
            locked(
                sandbox,
                holder,
                names.getFirst(),
                _ -> catchThrowable(() -> locked(sandbox, other, names.getLast(), _ -> null)));
        Thrown.assertNothing(
            thrown, "lock \"%s\" while \"%s\" is held", names.getLast(), names.getFirst());
      }
    }
  }

  static Stream<Exception> failures() {
    String message = "the printer is on fire";
    return Stream.of(new SQLException(message), new IllegalStateException(message));
  }

  @ParameterizedTest
  @MethodSource("failures")
  @DisplayName("work that throws is undone, and leaves the lock free")
  void failure(Exception failure) throws Exception {
    try (Sandbox sandbox = bank.open(100)) {
      createTable(sandbox);
      Connection first = sandbox.session();
      Throwable thrown =
          catchThrowable(() ->
              locked(
                  sandbox,
                  first,
                  "a",
                  transaction -> {
                    Sql.update(transaction, "UPDATE account SET balance = 0");
                    throw thrownAs(failure);
                  }));
      Thrown.assertSame(failure, thrown, "after the work threw");
      assertThat(Bank.books(sandbox.control()).balance())
          .as("balance after the work threw %s", failure)
          .isEqualTo(100);
      assertThat(first.getAutoCommit()).as("autocommit after it failed").isTrue();
      Connection second = sandbox.session();
      String next = locked(sandbox, second, "a", _ -> "done");
      assertThat(next).as("the next one").isEqualTo("done");
    }
  }

  /// One that need not be declared is thrown here.
  private static SQLException thrownAs(Exception failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return (SQLException) failure;
  }

  private static <T> T locked(
      Sandbox sandbox, Connection connection, String name, Transaction.Work<T> work)
      throws SQLException {
    return NamedLock.locked(sandbox.engine(), connection, name, work);
  }

  private static void createTable(Sandbox sandbox) throws SQLException {
    Sql.update(sandbox.control(), "CREATE TABLE named_lock (name VARCHAR(64) PRIMARY KEY)");
  }
}
