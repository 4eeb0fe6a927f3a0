package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// An advisory lock: a name that one session at a time holds. It protects whatever the sessions
/// agree on, a row or a file or a printer. MySQL and MariaDB have `GET_LOCK`, PostgreSQL has
/// `pg_advisory_xact_lock`; H2 has none, and a table will do:
///
/// ```sql
/// CREATE TABLE named_lock (name VARCHAR(64) PRIMARY KEY)
/// ```
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

  /// Does the work in a transaction while no other session does work under the same name. Work
  /// under another name does not wait.
  ///
  /// @param connection in autocommit mode, and left so
  /// @param name of a lock that need not exist yet
  /// @throws SQLException what the work threw; all is rolled back then, and the lock is free
  static <T> T locked(Engine engine, Connection connection, String name, Transaction.Work<T> work)
      throws SQLException {
    return Todo.todo("race-conditions/3");
  }
}
