package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Looks safe: the database subtracts, so no update is ever lost, and all of it is one transaction.
/// What is wrong with it is exercise 1.
final class CheckThenSubtract implements Withdrawal {

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
              "UPDATE account SET balance = balance - ? WHERE id = ?",
              request.amount(),
              request.account());
          Sql.update(
              transaction, "INSERT INTO ledger VALUES (?, ?)", request.account(), request.amount());
          return true;
        });
  }
}
