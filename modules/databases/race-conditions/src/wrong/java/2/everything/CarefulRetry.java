package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.exercise.Exercise;

/// The learner sees: `[thrown after mysql 23000/1062]`
///
/// A key that is there already will be there the next time.
@Exercise(
    id = "race-conditions/2",
    title = "Once more, but not everything",
    hints = {
      "What do you know about the transaction after each kind of Failure: was it rolled back, was"
          + " it committed, or does nobody know?",
      "A deadlock, an update conflict and a lock timeout left nothing behind once you have rolled"
          + " back. A lost connection may have committed; only if the same work may be done twice"
          + " can it be done again, and not on that connection.",
      "Loop with a counter. Open a connection if there is none, call Transaction.run, and in the"
          + " catch block ask engine.classify(e) in a switch. On CONNECTION_LOST close the"
          + " connection and forget it. Close the last one in finally."
    })
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
          boolean again = engine.classify(e) != Failure.CONNECTION_LOST || idempotent;
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
