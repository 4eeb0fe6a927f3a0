package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "race-conditions/1",
    title = "It looks safe and is not",
    hints = {
      "No update is lost: the database subtracts from what is there. So which of the two rules is"
          + " broken, money before = money after + withdrawn, or no balance below zero?",
      "Two customers have read the balance, and both have found enough. What must the account hold,"
          + " so that it was enough for each of them and not for both?",
      "The check has to be where the subtraction is: UPDATE … WHERE id = ? AND balance >= ?. It"
          + " changes one row or none, and executeUpdate tells you which."
    })
@DisplayName("Exercise 1: it looks safe and is not")
class LooksSafeTest {

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
    // Plan.of(8, 6): three rounds of 8 and one withdrawal more: 25 times 10.
    Plan plan = Plan.of(8, 6);
    assertThat(plan.opening()).isEqualTo(250);
    Outcome outcome = bank.attack(new LooksSafe(), plan);
    assertThat(outcome.overdrawn()).as("overdrawn, from an account with 250").isZero();
    assertThat(outcome.lost()).as("lost updates").isZero();
    assertThat(outcome.paid()).as("paid, 10 each, from an account with 250").isEqualTo(25);
    assertThat(outcome.holds()).as("%s", outcome).isTrue();
  }
}
