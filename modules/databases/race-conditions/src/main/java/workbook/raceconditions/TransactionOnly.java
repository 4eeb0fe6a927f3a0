package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// The same in one transaction. Now all of it happens or nothing, and still anybody may come in
/// between: at READ COMMITTED a transaction does not keep what it read from being changed.
final class TransactionOnly implements Withdrawal {

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return Transaction.run(
        connection,
        transaction -> {
          int balance =
              Sql.number(
                  transaction, "SELECT balance FROM account WHERE id = ?", request.account());
          if (balance < request.amount()) {
            return false;
          }
          Sql.update(
              transaction,
              "UPDATE account SET balance = ? WHERE id = ?",
              balance - request.amount(),
              request.account());
          Sql.update(
              transaction, "INSERT INTO ledger VALUES (?, ?)", request.account(), request.amount());
          return true;
        });
  }
}
