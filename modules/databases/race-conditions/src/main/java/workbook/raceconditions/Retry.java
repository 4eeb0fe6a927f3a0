package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import workbook.engine.Engine;

/// Begins a transaction again when the database, or a [Conflict], says that another was faster.
///
/// Always a *new* transaction: the old one may go on seeing the old row (MySQL at REPEATABLE READ),
/// or be good for nothing but a rollback (PostgreSQL). And not for ever.
public final class Retry {

  /// Whoever fails has made room for another, so this is as many as customers may come at a time.
  private static final int ATTEMPTS = 100;

  private final Engine engine;
  private final LongAdder retries = new LongAdder();

  public Retry(Engine engine) {
    this.engine = engine;
  }

  /// Runs the work in a transaction, and again in another as often as it is worth it.
  ///
  /// @throws SQLException what the last attempt threw
  <T> T run(Connection connection, Transaction.Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return Transaction.run(connection, work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !isWorthIt(engine, e)) {
          throw e;
        }
        retries.increment();
      }
    }
  }

  /// Whether the same work may succeed in a new transaction.
  static boolean isWorthIt(Engine engine, SQLException e) {
    if (e instanceof Conflict) {
      return true;
    }
    return switch (engine.classify(e)) {
      case DEADLOCK, UPDATE_CONFLICT, LOCK_TIMEOUT -> true;
      // The key will be there next time, too.
      case DUPLICATE_KEY -> false;
      // Was it committed? To do it again could be to do it twice.
      case CONNECTION_LOST -> false;
      case OTHER -> false;
    };
  }

  /// How often a transaction was begun again.
  long retries() {
    return retries.sum();
  }
}
