package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.topictest.Printed;

@DisplayName("./workbook run race-conditions/two-withdrawals")
class TwoWithdrawalsTest {

  private String out;
  private String err;

  static java.util.List<String> engines() {
    return Engines.requested().stream().map(Engine::name).toList();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  @DisplayName("prints the same every time, and pays both only where there is no defence")
  void same(Form form) {
    assertThat(run(form.label())).isZero();
    String first = out;
    assertThat(first)
        .endsWith(
            !form.defended()
                ? "A: paid. B: paid. In the account: 0. In the ledger: 20.\n"
                : form == Form.IDEMPOTENT
                    ? "A: paid. B: paid. In the account: 0. In the ledger: 10.\n"
                    : "A: paid. B: refused. In the account: 0. In the ledger: 10.\n");
    assertThat(run(form.label())).isZero();
    assertThat(out).isEqualTo(first);
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
    assertThat(out).contains("  B     -> error 40001\n  B ROLLBACK\n  B SELECT");
    assertThat(run("transaction-only", "--level", "repeatable-read")).isZero();
    assertThat(out).contains("A: paid. B: error 40001. In the account: 0. In the ledger: 10.");
  }

  @Test
  @DisplayName("refuses what is no form, and no level, in one line, with status 2")
  void refused() {
    assertThat(run("--level", "high")).isEqualTo(2);
    assertThat(err).startsWith("race-conditions/two-withdrawals: there is no level 'high'; there");
    assertThat(run("hopeful")).isEqualTo(2);
    assertThat(err)
        .isEqualTo(
            "race-conditions/two-withdrawals: there is no form 'hopeful'; there are no-transaction,"
                + " transaction-only, lock-in-autocommit, pessimistic, optimistic, single-update,"
                + " at-serializable, idempotent\n");
  }

  private int run(String... arguments) {
    Printed printed = Printed.by(new TwoWithdrawals(), arguments);
    out = printed.out();
    err = printed.err();
    return printed.status();
  }
}
