package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import workbook.engine.Engine;

/// The connection is borrowed around the attempts and not inside: an attempt that borrows another
/// while the first is still held can use up the pool, and then everyone waits for everyone. The
/// level is set through JDBC, where the pool sees it.
final class Pooled {

  private Pooled() {}

  static <T> T serializable(Engine engine, DataSource pool, Transaction.Work<T> work)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      return new Retry(engine).run(connection, work);
    }
  }
}
