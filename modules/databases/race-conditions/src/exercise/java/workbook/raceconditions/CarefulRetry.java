package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.exercise.Todo;

/// Doing it again what may be done again.
final class CarefulRetry {

  private CarefulRetry() {}

  /// Opens a connection.
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  /// Does the work in a transaction, and after an error once more, in a new transaction, if that is
  /// safe: after a deadlock, an update conflict or a lock timeout on the same connection, and after
  /// a lost connection on a new one if the work is idempotent.
  ///
  /// @param opener opens a connection, in autocommit mode; whoever asks for it closes it
  /// @param attempts how many at most, at least 1
  /// @param idempotent whether the work may be done twice, because the second time changes nothing
  /// @return what the work gave
  /// @throws SQLException the last attempt's, and without another attempt that of a duplicate key,
  ///   of any [workbook.engine.Failure#OTHER], and of a lost connection if the work is not
  ///   idempotent
  static <T> T run(
      Engine engine, Opener opener, int attempts, boolean idempotent, Transaction.Work<T> work)
      throws SQLException {
    return Todo.todo("race-conditions/2");
  }
}
