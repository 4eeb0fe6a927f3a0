package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Three statements, and each is a transaction of its own: between reading the balance and writing
/// it, anybody may come.
final class NoTransaction implements Withdrawal {

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    int balance =
        Sql.number(connection, "SELECT balance FROM account WHERE id = ?", request.account());
    if (balance < request.amount()) {
      return false;
    }
    Sql.update(
        connection,
        "UPDATE account SET balance = ? WHERE id = ?",
        balance - request.amount(),
        request.account());
    Sql.update(connection, "INSERT INTO ledger VALUES (?, ?)", request.account(), request.amount());
    return true;
  }
}
