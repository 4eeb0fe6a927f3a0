package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Lock nothing. Read a version with the balance, and write only if it is still there; if not,
/// begin again.
final class Optimistic implements Withdrawal {

  private final Retry retry;

  Optimistic(Retry retry) {
    this.retry = retry;
  }

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return retry.run(
        connection,
        transaction -> {
          int[] row =
              Sql.numbers(
                  transaction,
                  "SELECT balance, version FROM account WHERE id = ?",
                  request.account());
          int balance = row[0];
          int version = row[1];
          if (balance < request.amount()) {
            return false;
          }
          int changed =
              Sql.update(
                  transaction,
                  "UPDATE account SET balance = ?, version = version + 1"
                      + " WHERE id = ? AND version = ?",
                  balance - request.amount(),
                  request.account(),
                  version);
          if (changed == 0) {
            throw new Conflict(
                "account %d is no longer at version %d".formatted(request.account(), version));
          }
          Sql.update(
              transaction, "INSERT INTO ledger VALUES (?, ?)", request.account(), request.amount());
          return true;
        });
  }
}
