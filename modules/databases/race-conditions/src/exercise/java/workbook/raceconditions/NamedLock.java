package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.exercise.Todo;

/// An advisory lock: a name that one session at a time holds. It protects whatever the sessions
/// agree on, a row or a file or a printer. MySQL and MariaDB have `GET_LOCK`, PostgreSQL has
/// `pg_advisory_xact_lock`; H2 has none, and a table will do:
///
/// ```sql
/// CREATE TABLE named_lock (name VARCHAR(64) PRIMARY KEY)
/// ```
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
