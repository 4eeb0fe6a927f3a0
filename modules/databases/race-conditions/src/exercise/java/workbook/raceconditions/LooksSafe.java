package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// It looks safe and is not: [CheckThenSubtract].
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

  /// The smallest attack that shows what is wrong with [CheckThenSubtract]: two customers, one
  /// round, each with a request of their own.
  static Plan attack() {
    return Todo.todo("race-conditions/1");
  }

  /// The same, mended: the database still subtracts, and no attack breaks it at READ COMMITTED.
  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return Todo.todo("race-conditions/1");
  }
}
