package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.engine.Sandbox;

@DisplayName("./workbook run race-conditions/two-withdrawals")
class TwoWithdrawalsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static java.util.List<String> engines() {
    return Engines.requested().stream().map(Engine::name).toList();
  }

  @Test
  @DisplayName("shows the wait for a lock, and what is read after it")
  void pessimistic() {
    assertThat(run("pessimistic")).isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            H2 at READ COMMITTED, pessimistic: 10 in the account, and two want it

            A   SELECT balance FROM account WHERE id = 1 FOR UPDATE -> balance 10
              B SELECT balance FROM account WHERE id = 1 FOR UPDATE
              B     waits for A
            A   UPDATE account SET balance = 0 WHERE id = 1 -> 1 row
            A   INSERT INTO ledger VALUES (1, 10) -> 1 row
            A   COMMIT
              B     -> balance 0
              B COMMIT

            A: paid. B: refused. In the account: 0. In the ledger: 10.
            """);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  @DisplayName("prints the same every time, and pays both only where there is no defence")
  void same(Form form) {
    assertThat(run(form.label())).isZero();
    String first = text(out);
    assertThat(first)
        .endsWith(
            !form.defended()
                ? "A: paid. B: paid. In the account: 0. In the ledger: 20.\n"
                : form == Form.IDEMPOTENT
                    ? "A: paid. B: paid. In the account: 0. In the ledger: 10.\n"
                    : "A: paid. B: refused. In the account: 0. In the ledger: 10.\n");
    for (int i = 0; i < 5; i++) {
      out.reset();
      run(form.label());
      assertThat(text(out)).isEqualTo(first);
    }
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName("holds on every engine where the form holds")
  void engines(String name) throws Exception {
    for (Form form : Form.values()) {
      try (Sandbox sandbox = Engines.shared(Engine.named(name)).sandbox()) {
        Bank.create(sandbox.control());
        Bank.open(sandbox.control(), 10);
        Transcript transcript = new Transcript();
        Withdrawal withdrawal = form.withdrawal(new Retry(sandbox.engine()), sandbox.engine());
        Duel.run(
            sandbox,
            Level.READ_COMMITTED,
            withdrawal,
            new Request(1, Bank.ACCOUNT, 10),
            new Request(2, Bank.ACCOUNT, 10),
            transcript);
        assertThat(Bank.books(sandbox.control()))
            .as("%s, after%n%s", form.label(), String.join("\n", transcript.lines()))
            .isEqualTo(new Bank.Books(0, form.defended() ? 10 : 20));
      }
    }
  }

  @Test
  @DisplayName("shows the error at REPEATABLE READ, and the transaction that is begun again")
  void repeatableRead() {
    assertThat(run("pessimistic", "--level", "repeatable-read")).isZero();
    assertThat(text(out)).contains("  B     -> error 40001\n  B ROLLBACK\n  B SELECT");
    out.reset();
    assertThat(run("transaction-only", "--level", "repeatable-read")).isZero();
    assertThat(text(out))
        .contains("A: paid. B: error 40001. In the account: 0. In the ledger: 10.");
  }

  @Test
  @DisplayName("refuses what is no form in one line, with status 2")
  void refused() {
    assertThat(run("hopeful")).isEqualTo(2);
    assertThat(text(err))
        .isEqualTo(
            "two-withdrawals: there is no form 'hopeful'; there are no-transaction,"
                + " transaction-only, lock-in-autocommit, pessimistic, optimistic, single-update,"
                + " at-serializable, idempotent\n");
  }

  private int run(String... arguments) {
    return TwoWithdrawals.run(new PrintStream(out, true), new PrintStream(err, true), arguments);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
