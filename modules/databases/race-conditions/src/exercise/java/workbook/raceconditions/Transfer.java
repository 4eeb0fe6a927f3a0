package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.exercise.Todo;

/// From one account to another, while somebody else transfers the other way.
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
