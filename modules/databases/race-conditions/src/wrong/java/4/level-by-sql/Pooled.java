package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import workbook.engine.Engine;
import workbook.exercise.Exercise;

/// The learner sees: `[level of the next borrower]`
///
/// The pool does not see what a statement sets, and the next borrower is at SERIALIZABLE as well.
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
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE");
      }
      return new Retry(engine).run(connection, work);
    }
  }
}
