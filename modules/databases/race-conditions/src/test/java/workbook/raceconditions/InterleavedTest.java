package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.isolationtest.Interleavings;
import workbook.isolationtest.IsolationTest;

@DisplayName("Two withdrawals, in every interleaving:")
class InterleavedTest {

  private final JdbcDataSource source = new JdbcDataSource();
  private final Retry retry = new Retry(Engine.named("h2"));
  private Connection keeper;

  /// The database is there as long as one connection is.
  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:interleaved");
    keeper = source.getConnection();
    Bank.create(keeper);
  }

  @AfterEach
  void close() throws SQLException {
    keeper.close();
  }

  /// There are 100 in the account: enough for one of the two.
  private Interleavings withdrawals(Interleavings interleavings, Withdrawal form) {
    return interleavings
        .on(source)
        .setUp(connection -> {
          Bank.open(connection, 100);
          return null;
        })
        .session("alice", c -> form.withdraw(c, new Request(1, Bank.ACCOUNT, 80)))
        .session("bob", c -> form.withdraw(c, new Request(2, Bank.ACCOUNT, 80)));
  }

  @IsolationTest(levels = {Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE})
  @DisplayName("serializable with the row locked first")
  void pessimistic(Interleavings interleavings) throws Exception {
    withdrawals(interleavings, new Pessimistic(retry)).assertSerializable();
  }

  @IsolationTest(levels = {Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE})
  @DisplayName("serializable with a version that is compared")
  void optimistic(Interleavings interleavings) throws Exception {
    withdrawals(interleavings, new Optimistic(retry)).assertSerializable();
  }

  @IsolationTest(levels = {Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE})
  @DisplayName("serializable in a single UPDATE")
  void singleUpdate(Interleavings interleavings) throws Exception {
    withdrawals(interleavings, new SingleUpdate(retry)).assertSerializable();
  }

  /// By the page: the check stands before the row is locked, so both pay.
  ///
  /// How many there are: let alice be the first who updates. Either bob's update comes after her
  /// commit, and his read at any of 5 places before it; or it comes after her update and waits,
  /// with 3 places for his read, or after her insert, with 4. So 12, and 12 more with bob first.
  /// All but the 2 serial ones pay twice.
  @IsolationTest(levels = Level.READ_COMMITTED)
  @DisplayName("paid twice if the check comes before the lock, as the message shows")
  void checkThenSubtract(Interleavings interleavings) throws Exception {
    Interleavings two = withdrawals(interleavings, new CheckThenSubtract());
    assertThatThrownBy(two::assertSerializable)
        .hasMessage(
            Files.readString(Path.of("src/test/resources/workbook/raceconditions/paid-twice.txt")));
    assertThatThrownBy(() -> two.assertAlways("balance >= 0", c -> Bank.books(c).balance() >= 0))
        .hasMessageContaining("end so that this does not hold: balance >= 0");
  }

  /// First updater wins on H2: the second gets an error in place of the money.
  @IsolationTest(levels = Level.REPEATABLE_READ)
  @DisplayName("the same, one level up: one of the two is ended")
  void repeatableRead(Interleavings interleavings) throws Exception {
    var exploration = withdrawals(interleavings, new CheckThenSubtract()).explore();
    assertThat(exploration.anomalies()).isEmpty();
    assertThat(exploration.aborted()).isPositive();
  }
}
