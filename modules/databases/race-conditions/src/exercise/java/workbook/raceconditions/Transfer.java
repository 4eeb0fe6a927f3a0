package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// From one account to another, while somebody else transfers the other way.
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

  /// Moves money in a transaction, at READ COMMITTED. Transfers at the same time never end in a
  /// deadlock, whatever accounts they are between.
  ///
  /// @param connection in autocommit mode, and left so
  /// @return whether it was moved; `false` if `from` holds too little
  /// @throws IllegalArgumentException if both accounts are the same
  /// @throws SQLException if one of the accounts does not exist; nothing is moved then
  static boolean transfer(Connection connection, int from, int to, int amount) throws SQLException {
    return Todo.todo("race-conditions/5");
  }
}
