package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.engine.Failure;

/// The same request twice is one withdrawal. Its number is stored in the transaction that takes the
/// money, and can be stored once. So whoever does not know whether a commit arrived asks again.
final class Idempotent implements Withdrawal {

  private final Retry retry;
  private final Engine engine;

  Idempotent(Retry retry, Engine engine) {
    this.retry = retry;
    this.engine = engine;
  }

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    try {
      return retry.run(
          connection,
          transaction -> {
            // First the number: once the money is gone, a repetition would be refused.
            Sql.update(transaction, "INSERT INTO request VALUES (?)", request.id());
            int changed =
                Sql.update(
                    transaction,
                    "UPDATE account SET balance = balance - ? WHERE id = ? AND balance >= ?",
                    request.amount(),
                    request.account(),
                    request.amount());
            if (changed == 0) {
              transaction.rollback();
              return false;
            }
            Sql.update(
                transaction,
                "INSERT INTO ledger VALUES (?, ?)",
                request.account(),
                request.amount());
            return true;
          });
    } catch (SQLException e) {
      if (engine.classify(e) == Failure.DUPLICATE_KEY) {
        return true; // it was paid before
      }
      throw e;
    }
  }
}
