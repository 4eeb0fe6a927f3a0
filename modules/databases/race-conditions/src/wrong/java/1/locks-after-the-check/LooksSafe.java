package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.exercise.Exercise;

/// The learner sees: `[overdrawn, from an account with 250]`
///
/// The lock comes after the look: whoever waits for it has decided already.
@Exercise(
    id = "race-conditions/1",
    title = "It looks safe and is not",
    hints = {
      "No update is lost: the database subtracts from what is there. So which of the two rules is"
          + " broken, money before = money after + withdrawn, or no balance below zero?",
      "Two customers have read the balance, and both have found enough. What must the account hold,"
          + " so that it was enough for each of them and not for both?",
      "The check has to be where the subtraction is: UPDATE … WHERE id = ? AND balance >= ?. It"
          + " changes one row or none, and executeUpdate tells you which."
    })
final class LooksSafe implements Withdrawal {

  static Plan attack() {
    return new Plan(2, 1, Plan.AMOUNT, false);
  }

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
          Sql.number(
              transaction,
              "SELECT balance FROM account WHERE id = ? FOR UPDATE",
              request.account());
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
