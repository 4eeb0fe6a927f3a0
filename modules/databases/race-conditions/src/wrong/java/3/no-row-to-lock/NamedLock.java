package workbook.raceconditions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.exercise.Exercise;

/// The learner sees: `[lost updates under one lock]`
///
/// Where no row is found, no row is locked. Not even an error says so.
@Exercise(
    id = "race-conditions/3",
    title = "A lock with a name",
    hints = {
      "SELECT … FOR UPDATE locks the rows that it finds. How many does it find the first time"
          + " somebody asks for a name?",
      "So the row has to be there first, and committed. Two sessions may both see that it is"
          + " missing; one of them gets a duplicate key, and that is good news for it as well.",
      "While autocommit is on: INSERT the name, and ignore Failure.DUPLICATE_KEY. Then"
          + " Transaction.run: SELECT … FROM named_lock WHERE name = ? FOR UPDATE, and the work in"
          + " the same transaction, so that the lock ends with the commit and not before."
    })
final class NamedLock {

  private NamedLock() {}

  static <T> T locked(Engine engine, Connection connection, String name, Transaction.Work<T> work)
      throws SQLException {
    return Transaction.run(
        connection,
        transaction -> {
          try (PreparedStatement lock =
              transaction.prepareStatement(
                  "SELECT name FROM named_lock WHERE name = ? FOR UPDATE")) {
            lock.setString(1, name);
            lock.executeQuery();
          }
          return work.in(transaction);
        });
  }
}
