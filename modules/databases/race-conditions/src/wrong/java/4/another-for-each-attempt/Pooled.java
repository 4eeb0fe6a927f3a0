package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import workbook.engine.Engine;
import workbook.exercise.Exercise;

/// The learner sees: `[thrown when work is begun again, from a pool of one]`
///
/// It borrows another connection while it still holds the first. If all do that, none is left.
@Exercise(
    id = "race-conditions/4",
    title = "With a connection pool",
    hints = {
      "A pool hands your connection to the next one who asks. What of all that you have changed"
          + " about it does the pool know?",
      "HikariCP resets what was set through JDBC: setTransactionIsolation, setAutoCommit. It never"
          + " sees what a SQL statement sets. And it cannot give to anyone what you have not"
          + " closed.",
      "try (Connection connection = pool.getConnection()) around all the attempts, so that one"
          + " withdrawal needs one connection. In it setTransactionIsolation, then Retry.run."
    })
final class Pooled {

  private Pooled() {}

  static <T> T serializable(Engine engine, DataSource pool, Transaction.Work<T> work)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      try {
        return Transaction.run(connection, work);
      } catch (SQLException e) {
        if (!Retry.isWorthIt(engine, e)) {
          throw e;
        }
        return serializable(engine, pool, work);
      }
    }
  }
}
