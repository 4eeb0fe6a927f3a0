package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// `FOR UPDATE` without a transaction. The lock lasts until the transaction ends, and in autocommit
/// mode that is the end of the `SELECT` itself. It locks nothing.
final class LockInAutocommit implements Withdrawal {

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    int balance =
        Sql.number(
            connection, "SELECT balance FROM account WHERE id = ? FOR UPDATE", request.account());
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
