package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.TransactionRequiredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.raceconditions.SpringBank.Method;
import workbook.raceconditions.SpringBank.Result;
import workbook.raceconditions.jpa.Beans;
import workbook.raceconditions.jpa.Levels;
import workbook.raceconditions.jpa.Mistakes;
import workbook.raceconditions.jpa.Retried;
import workbook.raceconditions.jpa.SelfCalls;
import workbook.raceconditions.jpa.SessionDataSource;
import workbook.raceconditions.jpa.Withdrawals;

@Tag("peers")
@DisplayName("In JPA and Spring:")
class SpringTest {

  private static final Bank.Books PAID_ONCE = new Bank.Books(0, 10);
  private static final Bank.Books PAID_TWICE = new Bank.Books(0, 20);
  private static final Bank.Books UNTOUCHED = new Bank.Books(10, 0);

  /// Held, or its level would be forgotten.
  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

  private static AnnotationConfigApplicationContext beans;

  private SpringBank bank;
  private Withdrawals withdrawals;
  private Mistakes mistakes;
  private SelfCalls selfCalls;
  private final Transcript transcript = new Transcript();

  /// Spring asks a connection which database it is; any H2 will do.
  @BeforeAll
  static void start() throws SQLException {
    // The tests look themselves at what it warns of.
    HIBERNATE.setLevel(java.util.logging.Level.SEVERE);
    try (H2Bank any = new H2Bank()) {
      beans =
          SessionDataSource.on(
              any.sandbox().control(), () -> new AnnotationConfigApplicationContext(Beans.class));
    }
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @BeforeEach
  void open() throws SQLException {
    bank = new SpringBank();
    withdrawals = beans.getBean(Withdrawals.class);
    mistakes = beans.getBean(Mistakes.class);
    selfCalls = beans.getBean(SelfCalls.class);
  }

  @AfterEach
  void close() {
    bank.close();
  }

  @Test
  @DisplayName("@Transactional alone loses an update at READ COMMITTED")
  void transactionOnly() throws Exception {
    Result result = duel(withdrawals::transactionOnly);
    assertThat(result.text()).isEqualTo(page("transaction-only.txt"));
    assertThat(result.books()).isEqualTo(PAID_TWICE);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  @DisplayName("@Transactional keeps the level that the connection has")
  void defaultLevel(Level level) throws Exception {
    Connection session = bank.session();
    Engine.named("h2").setLevel(session, level);
    assertThat(SessionDataSource.on(session, beans.getBean(Levels.class)::byDefault))
        .isEqualTo(level.sql());
  }

  @Test
  @DisplayName("isolation = SERIALIZABLE is for the one transaction")
  void serializableLevel() throws Exception {
    Connection session = bank.session();
    Levels levels = beans.getBean(Levels.class);
    assertThat(SessionDataSource.on(session, levels::serializable)).isEqualTo("SERIALIZABLE");
    assertThat(SessionDataSource.on(session, levels::byDefault)).isEqualTo("READ COMMITTED");
  }

  @Test
  @DisplayName("isolation = SERIALIZABLE loses nothing, and does not retry")
  void atSerializable() throws Exception {
    Result result = duel(withdrawals::atSerializable);
    assertThat(result.second()).isEqualTo("error CannotAcquireLockException");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("a RuntimeException rolls back")
  void runtimeException() throws SQLException {
    IllegalStateException reason = new IllegalStateException("the printer is on fire");
    assertThatThrownBy(
            () -> bank.withdraw(request -> withdrawals.failing(request, reason), transcript))
        .isSameAs(reason);
    assertThat(transcript.lines()).last().isEqualTo("ROLLBACK");
    assertThat(bank.books()).isEqualTo(UNTOUCHED);
  }

  @Test
  @DisplayName("a checked exception commits")
  void checkedException() throws SQLException {
    IOException reason = new IOException("the printer is out of paper");
    assertThatThrownBy(
            () -> bank.withdraw(request -> withdrawals.failing(request, reason), transcript))
        .isSameAs(reason);
    assertThat(transcript.lines()).last().isEqualTo("COMMIT");
    assertThat(bank.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("@Version refuses the second at the commit, and nobody retries")
  void optimistic() throws Exception {
    Result result = duel(withdrawals::optimistic);
    assertThat(result.text()).isEqualTo(page("version.txt"));
    assertThat(result.second()).isEqualTo("error ObjectOptimisticLockingFailureException");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("at a flush() inside the method the exception is JPA's own")
  void flush() throws Exception {
    assertThat(duel(mistakes::payAndFlush).second()).isEqualTo("error OptimisticLockException");
  }

  @Test
  @DisplayName("a retry outside the transaction gets an answer")
  void retryOutside() throws Exception {
    Result result = duel(beans.getBean(Retried.class)::optimistic);
    assertThat(result.second()).isEqualTo("refused");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("a retry inside the transaction ends in a rollback all the same")
  void retryInside() throws Exception {
    Result result = duel(mistakes::retryInside);
    assertThat(result.second()).isEqualTo("error UnexpectedRollbackException");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("a JPQL UPDATE that leaves the version as it is goes unnoticed")
  void updateWithoutVersion() throws Exception {
    Result result = bank.duel(withdrawals::singleUpdateWithoutVersion, withdrawals::optimistic);
    assertThat(result.books()).as(result.text()).isEqualTo(PAID_TWICE);
  }

  @Test
  @DisplayName("one that increments it is noticed")
  void updateWithVersion() throws Exception {
    Result result = bank.duel(withdrawals::singleUpdateWithVersion, withdrawals::optimistic);
    assertThat(result.second()).isEqualTo("error ObjectOptimisticLockingFailureException");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("PESSIMISTIC_WRITE makes the second wait for the first")
  void pessimistic() throws Exception {
    Result result = duel(withdrawals::pessimistic);
    assertThat(result.text()).isEqualTo(page("pessimistic-write.txt"));
    assertThat(result.second()).isEqualTo("refused");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("@Lock of Spring Data sends the same statements")
  void springData() throws Exception {
    assertThat(duel(withdrawals::pessimisticBySpringData).text())
        .isEqualTo(page("pessimistic-write.txt"));
  }

  @Test
  @DisplayName("PESSIMISTIC_WRITE without a transaction is an exception, and sends nothing")
  void lockWithoutTransaction() {
    assertThatThrownBy(() -> bank.withdraw(mistakes::lockWithoutTransaction, transcript))
        .isInstanceOf(TransactionRequiredException.class);
    assertThatThrownBy(() -> bank.withdraw(mistakes::lockByQueryWithoutTransaction, transcript))
        .isInstanceOf(InvalidDataAccessApiUsageException.class)
        .hasCauseInstanceOf(TransactionRequiredException.class);
    assertThat(transcript.lines()).isEmpty();
  }

  @Test
  @DisplayName("@Lock on findById without a transaction locks until findById returns")
  void lockByFindById() throws Exception {
    Result result = duel(mistakes::lockByFindByIdWithoutTransaction);
    assertThat(result.text()).containsPattern("A .* for update\n.*\nA   COMMIT\n");
    assertThat(result.books()).isEqualTo(PAID_TWICE);
  }

  @Test
  @DisplayName("a JPQL UPDATE with the condition in its WHERE changes 1 row, and then 0")
  void singleUpdate() throws Exception {
    Result result = duel(withdrawals::singleUpdate);
    assertThat(result.text()).contains("A       -> 1 row", "  B     -> 0 rows");
    assertThat(result.second()).isEqualTo("refused");
    assertThat(result.books()).isEqualTo(PAID_ONCE);
  }

  @Test
  @DisplayName("through this, JDBC is in no transaction")
  void jdbcThroughThis() throws Exception {
    assertThat(duel(selfCalls::byJdbc).text()).contains("COMMIT");
    bank.close();
    open();
    Result result = duel(selfCalls::byJdbcThroughThis);
    assertThat(result.text()).doesNotContain("COMMIT");
    assertThat(result.books()).isEqualTo(PAID_TWICE);
  }

  @Test
  @DisplayName("through this, a changed entity is not written")
  void entityThroughThis() throws Exception {
    assertThat(bank.withdraw(selfCalls::byEntityThroughThis, transcript)).isTrue();
    assertThat(bank.books()).isEqualTo(UNTOUCHED);
    assertThat(bank.withdraw(selfCalls::byEntity, transcript)).isTrue();
    assertThat(bank.books().balance()).isZero();
  }

  @Test
  @DisplayName("through this, a JPQL UPDATE is an exception")
  void queryThroughThis() throws Exception {
    assertThatThrownBy(() -> bank.withdraw(selfCalls::byQueryThroughThis, transcript))
        .isInstanceOf(TransactionRequiredException.class);
    assertThat(bank.withdraw(selfCalls::byQuery, transcript)).isTrue();
  }

  @Test
  @DisplayName("of 200 customers the defended forms pay the 97 who can be paid, and the other all")
  void attack() throws Exception {
    Plan plan = Plan.of(8, 25);
    Map<String, Method> defended =
        Map.of(
            "pessimistic", withdrawals::pessimistic,
            "optimistic, retried", beans.getBean(Retried.class)::optimistic,
            "single update", withdrawals::singleUpdate);
    for (Map.Entry<String, Method> form : defended.entrySet()) {
      Outcome outcome = bank.attack(form.getValue(), plan);
      assertThat(outcome.holds()).as("%s: %s", form.getKey(), outcome).isTrue();
      assertThat(outcome.paid()).as("%s: %s", form.getKey(), outcome).isEqualTo(97);
    }
    Outcome undefended = bank.attack(withdrawals::transactionOnly, plan);
    assertThat(undefended.lost()).as("%s", undefended).isEqualTo(7 * 25);
  }

  private Result duel(Method method) throws SQLException, InterruptedException {
    return bank.duel(method, method);
  }

  private static String page(String file) throws IOException {
    return Files.readString(Path.of("src/peer/resources/workbook/raceconditions").resolve(file));
  }
}
