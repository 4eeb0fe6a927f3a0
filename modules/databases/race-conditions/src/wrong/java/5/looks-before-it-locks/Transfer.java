package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.exercise.Exercise;

/// The learner sees: `[50 from 50, twice at once]`
///
/// The locks are in order, but the balance was read before they were held.
@Exercise(
    id = "race-conditions/5",
    title = "A transfer without a deadlock",
    hints = {
      "A holds the lock of account 1 and wants that of 2, B holds 2 and wants 1. Which rule, kept"
          + " by both, makes this impossible?",
      "Always lock in the same order, for instance the smaller number first, whichever of the two"
          + " the money comes from. And look at the balance only when you hold the lock.",
      "In Transaction.run: SELECT balance … FOR UPDATE for Math.min(from, to), then for Math.max."
          + " Of the two results one is the payer's balance. Then two UPDATEs."
    })
final class Transfer {

  private Transfer() {}

  static boolean transfer(Connection connection, int from, int to, int amount) throws SQLException {
    if (from == to) {
      throw new IllegalArgumentException("from account %d to itself".formatted(from));
    }
    return Transaction.run(
        connection,
        transaction -> {
          int balance = Sql.number(transaction, "SELECT balance FROM account WHERE id = ?", from);
          lock(transaction, Math.min(from, to));
          lock(transaction, Math.max(from, to));
          if (balance < amount) {
            return false;
          }
          add(transaction, from, -amount);
          add(transaction, to, amount);
          return true;
        });
  }

  private static int lock(Connection transaction, int account) throws SQLException {
    return Sql.number(transaction, "SELECT balance FROM account WHERE id = ? FOR UPDATE", account);
  }

  private static void add(Connection transaction, int account, int amount) throws SQLException {
    Sql.update(
        transaction, "UPDATE account SET balance = balance + ? WHERE id = ?", amount, account);
  }
}
