package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.engine.Failure;

/// The row is made in a transaction of its own: were it made in that of the work, everyone else
/// would wait for the commit to learn of a duplicate. `SELECT COUNT(*)` could not be locked, so the
/// name itself is read. The lock lasts until the commit, so nobody sees work that may yet be
/// undone.
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
