package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.engine.Failure;

/// The switch has no default: whoever adds a kind of failure is made to say what it means here.
/// `Transaction.run` has rolled back before the next attempt begins.
final class CarefulRetry {

  private CarefulRetry() {}

  /// Opens a connection.
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  static <T> T run(
      Engine engine, Opener opener, int attempts, boolean idempotent, Transaction.Work<T> work)
      throws SQLException {
    Connection connection = opener.open();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return Transaction.run(connection, work);
        } catch (SQLException e) {
          boolean again =
              switch (engine.classify(e)) {
                case DEADLOCK, UPDATE_CONFLICT, LOCK_TIMEOUT -> true;
                case CONNECTION_LOST -> idempotent;
                case DUPLICATE_KEY, OTHER -> false;
              };
          if (!again || attempt == attempts) {
            throw e;
          }
          if (engine.classify(e) == Failure.CONNECTION_LOST) {
            connection.close();
            connection = opener.open();
          }
        }
      }
    } finally {
      connection.close();
    }
  }
}
