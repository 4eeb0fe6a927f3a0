package workbook.isolationlevels.run;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/// What a server said when it refused a statement, without what its driver adds.
public final class ServerError {

  private ServerError() {}

  /// One line: severity and message.
  public static String line(SQLException e) {
    if (e instanceof PSQLException p && p.getServerErrorMessage() != null) {
      return "%s:  %s"
          .formatted(
              p.getServerErrorMessage().getSeverity(), p.getServerErrorMessage().getMessage());
    }
    String message = String.valueOf(e.getMessage()).replaceFirst("(?s); SQL statement:.*", "");
    return "ERROR:  " + message.replaceFirst("^\\(conn=\\d+\\) ", "");
  }

  /// The vendor's code where it has one, else the SQLState.
  public static String code(SQLException e) {
    return e.getErrorCode() == 0 ? e.getSQLState() : Integer.toString(e.getErrorCode());
  }
}
