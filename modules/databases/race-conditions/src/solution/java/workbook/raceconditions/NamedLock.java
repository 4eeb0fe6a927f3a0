package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.exercise.Exercise;

/// The row is made in a transaction of its own: were it made in that of the work, everyone else
/// would wait for the commit to learn of a duplicate. `SELECT COUNT(*)` could not be locked, so the
/// name itself is read. The lock lasts until the commit, so nobody sees work that may yet be
/// undone.
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
    try {
      Sql.update(connection, "INSERT INTO named_lock VALUES (?)", name);
    } catch (SQLException e) {
      if (engine.classify(e) != Failure.DUPLICATE_KEY) {
        throw e;
      }
    }
    return Transaction.run(
        connection,
        transaction -> {
          Sql.number(
              transaction, "SELECT LENGTH(name) FROM named_lock WHERE name = ? FOR UPDATE", name);
          return work.in(transaction);
        });
  }
}
