package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Lock first, then read: `FOR UPDATE` in a transaction. Whoever comes second waits at the `SELECT`
/// and then reads what the first has left.
final class Pessimistic implements Withdrawal {

  private final Retry retry;

  Pessimistic(Retry retry) {
    this.retry = retry;
  }

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return retry.run(
        connection,
        transaction -> {
          int balance =
              Sql.number(
                  transaction,
                  "SELECT balance FROM account WHERE id = ? FOR UPDATE",
                  request.account());
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
