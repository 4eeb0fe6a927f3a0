package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The outcome of an attack on an account with 100")
class OutcomeTest {

  /// Worked out by hand. lost = (after + withdrawn - 100) / 10; doubled = withdrawn / 10 - paid.
  @ParameterizedTest(name = "{0} paid, balance {1}, withdrawn {2}: {6}")
  @CsvSource({
    " 3,  70,  30, 0, 0,  0, holds",
    " 0, 100,   0, 0, 0,  0, holds",
    "10,   0, 100, 0, 0,  0, holds",
    " 3,  90,  30, 2, 0,  0, two payments did not reach the account",
    " 1,  70,  30, 0, 2,  0, one request was paid three times",
    "11, -10, 110, 0, 0, 10, the balance is below zero",
    " 3,  80,  20, 0, -1, 0, one was told yes of which the ledger knows nothing",
  })
  @DisplayName("is told by the books")
  void books(
      int paid, int balance, int withdrawn, int lost, int doubled, int overdrawn, String what) {
    Plan plan = new Plan(8, 2, 100, false);
    Outcome outcome =
        new Outcome(plan, paid, 0, new Bank.Books(balance, withdrawn), Duration.ofMillis(500));
    assertThat(outcome.lost()).as("lost").isEqualTo(lost);
    assertThat(outcome.doubled()).as("doubled").isEqualTo(doubled);
    assertThat(outcome.overdrawn()).as("overdrawn").isEqualTo(overdrawn);
    assertThat(outcome.holds()).as("holds").isEqualTo(what.equals("holds"));
    // 16 withdrawals in half a second.
    assertThat(outcome.throughput()).as("throughput").isEqualTo(32.0);
  }
}
