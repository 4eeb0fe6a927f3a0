package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Everyone locks the smaller number first. For a circle somebody would have to hold the larger one
/// and wait for the smaller, and nobody ever does.
final class Transfer {

  private Transfer() {}

  static boolean transfer(Connection connection, int from, int to, int amount) throws SQLException {
    if (from == to) {
      throw new IllegalArgumentException("from account %d to itself".formatted(from));
    }
    return Transaction.run(
        connection,
        transaction -> {
          int first = lock(transaction, Math.min(from, to));
          int second = lock(transaction, Math.max(from, to));
          if ((from < to ? first : second) < amount) {
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
