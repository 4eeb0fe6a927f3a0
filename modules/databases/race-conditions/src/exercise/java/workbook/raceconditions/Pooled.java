package workbook.raceconditions;

import java.sql.SQLException;
import javax.sql.DataSource;
import workbook.engine.Engine;
import workbook.exercise.Todo;

/// At SERIALIZABLE, with connections from a pool: who takes one gives it back as it was.
final class Pooled {

  private Pooled() {}

  /// Does the work in a transaction at SERIALIZABLE, and again in a new one when the database asks
  /// for it. It never holds more than one connection of the pool, and gives that back: in
  /// autocommit mode, at the level that it had, and after an error, too.
  ///
  /// @return what the work gave
  /// @throws SQLException what is not worth another attempt
  static <T> T serializable(Engine engine, DataSource pool, Transaction.Work<T> work)
      throws SQLException {
    return Todo.todo("race-conditions/4");
  }
}
