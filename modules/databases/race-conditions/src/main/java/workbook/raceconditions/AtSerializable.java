package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// Leave it to the database: at SERIALIZABLE the statements of [TransactionOnly] are safe as they
/// stand. What is new is that the database refuses, by an error, whoever does not fit in, and that
/// somebody has to begin again.
final class AtSerializable implements Withdrawal {

  private final Retry retry;

  AtSerializable(Retry retry) {
    this.retry = retry;
  }

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    int before = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    try {
      return retry.run(
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
                transaction,
                "INSERT INTO ledger VALUES (?, ?)",
                request.account(),
                request.amount());
            return true;
          });
    } finally {
      connection.setTransactionIsolation(before);
    }
  }
}
