package workbook.engine;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;

/// What SQLState tells on its own, whatever the engine.
final class States {

  private States() {}

  static boolean isConnection(SQLException e) {
    return startsWith(e, "08")
        || e instanceof SQLRecoverableException
        || e instanceof SQLNonTransientConnectionException;
  }

  /// Whether the server refused the user or the password.
  static boolean isRefusal(SQLException e) {
    return startsWith(e, "28");
  }

  private static boolean startsWith(SQLException e, String prefix) {
    return e.getSQLState() != null && e.getSQLState().startsWith(prefix);
  }
}
