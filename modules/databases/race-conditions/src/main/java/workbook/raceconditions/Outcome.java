package workbook.raceconditions;

import java.time.Duration;

/// What an attack has done to a form.
///
/// @param plan the attack
/// @param paid how many different requests were told that they may have the money
/// @param failed how many customers got an error that means *once more, please*
/// @param books what the tables say at the end
/// @param time how long it took
public record Outcome(Plan plan, int paid, int failed, Bank.Books books, Duration time) {

  /// How many payments the account knows nothing of: money before = money after + withdrawn, or
  /// something is missing.
  public int lost() {
    return (books.balance() + books.withdrawn() - plan.opening()) / Plan.AMOUNT;
  }

  /// How many payments were made for a request that had been paid.
  public int doubled() {
    return books.withdrawn() / Plan.AMOUNT - paid;
  }

  /// How far the balance is below zero.
  public int overdrawn() {
    return Math.max(0, -books.balance());
  }

  /// Whether the books add up, nothing is overdrawn, and each request that was told yes is in the
  /// ledger once.
  public boolean holds() {
    return books.balance() + books.withdrawn() == plan.opening()
        && books.balance() >= 0
        && books.withdrawn() == paid * Plan.AMOUNT;
  }

  /// Withdrawals asked for in a second, whatever became of them.
  public double throughput() {
    return plan.customers() * plan.rounds() / (time.toNanos() / 1e9);
  }
}
