package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// The check moves into the statement that subtracts: then nobody can come in between. A lock at
/// the `SELECT` would do as well, and costs a statement for which everyone waits.
final class LooksSafe implements Withdrawal {

  static Plan attack() {
    return new Plan(2, 1, Plan.AMOUNT, false);
  }

  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return Transaction.run(
        connection,
        transaction -> {
          int changed =
              Sql.update(
                  transaction,
                  "UPDATE account SET balance = balance - ? WHERE id = ? AND balance >= ?",
                  request.amount(),
                  request.account(),
                  request.amount());
          if (changed == 1) {
            Sql.update(
                transaction,
                "INSERT INTO ledger VALUES (?, ?)",
                request.account(),
                request.amount());
          }
          return changed == 1;
        });
  }
}
