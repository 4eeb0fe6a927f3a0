package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// All or nothing.
final class Transaction {

  private Transaction() {}

  /// What is to be done in a transaction.
  @FunctionalInterface
  interface Work<T> {
    T in(Connection transaction) throws SQLException;
  }

  /// Begins a transaction, does the work, and commits. If the work throws, or the commit does,
  /// everything is rolled back and the exception goes on to the caller.
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.in(connection);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception reason) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is lost, and with it the transaction; the reason says more than this.
      reason.addSuppressed(e);
    }
  }
}
