package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.exercise.Todo;

/// It looks safe and is not: [CheckThenSubtract].
final class LooksSafe implements Withdrawal {

  /// The smallest attack that shows what is wrong with [CheckThenSubtract]: two customers, one
  /// round, each with a request of their own.
  static Plan attack() {
    return Todo.todo("race-conditions/1");
  }

  /// The same, mended: the database still subtracts, all of it is still one transaction, and no
  /// attack breaks it at READ COMMITTED, even where the customers come through several programs.
  @Override
  public boolean withdraw(Connection connection, Request request) throws SQLException {
    return Todo.todo("race-conditions/1");
  }
}
