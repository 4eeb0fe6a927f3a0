package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Read, check and write in one statement. There is no gap left that anybody could come into: the
/// database locks the row, looks at its newest balance, and changes it or does not.
final class SingleUpdate implements Withdrawal {

  private final Retry retry;

  SingleUpdate(Retry retry) {
    this.retry = retry;
  }

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return retry.run(
        connection,
        transaction -> {
          int changed =
              Sql.update(
                  transaction,
                  "UPDATE account SET balance = balance - ? WHERE id = ? AND balance >= ?",
                  request.amount(),
                  request.account(),
                  request.amount());
          if (changed == 0) {
            return false;
          }
          Sql.update(
              transaction, "INSERT INTO ledger VALUES (?, ?)", request.account(), request.amount());
          return true;
        });
  }
}
