package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;
import workbook.engine.Engine;

/// How texts go to a server and what it says comes back, as far as engines differ.
///
/// @param postgresql whether the server takes several statements in one message, and may talk to a
///   session between results
record Dialogue(Engine engine, boolean postgresql) {

  Dialogue(Engine engine) {
    this(engine, engine.name().equals("postgresql"));
  }

  /// Tells the server whose connection this is, as isolationtester does.
  void introduce(Connection connection, String specification, String session) throws SQLException {
    if (postgresql) {
      connection.setClientInfo(
          "ApplicationName", "isolation/%s/%s".formatted(specification, session));
    }
  }

  /// The messages that a text is sent in.
  List<String> messages(String sql) {
    return postgresql ? List.of(sql) : Statements.of(sql);
  }

  /// Does what a message says by other means, where it is no statement of the server's.
  ///
  /// @return whether that was so
  boolean isDone(Connection connection, String message) throws SQLException {
    return engine.transacts(connection, message);
  }

  /// Whether the server will roll the transaction back that is under way, even at a COMMIT.
  boolean isAborted(Connection connection) throws SQLException {
    return transactionState(connection) == TransactionState.FAILED;
  }

  /// Whether it is known that no transaction is under way.
  boolean isIdle(Connection connection) throws SQLException {
    return transactionState(connection) == TransactionState.IDLE;
  }

  private TransactionState transactionState(Connection connection) throws SQLException {
    return postgresql
        ? connection.unwrap(BaseConnection.class).getTransactionState()
        : TransactionState.OPEN;
  }

  /// The notices that a statement has received so far.
  List<String> notices(Statement statement) throws SQLException {
    List<String> notices = new ArrayList<>();
    if (postgresql) {
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        if (w instanceof PSQLWarning warning) {
          notices.add(line(warning.getServerErrorMessage()));
        }
      }
    }
    return notices;
  }

  /// The notifications that have come for a session.
  List<String> notifications(Connection connection, LongFunction<String> sessionName)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    if (postgresql && !connection.isClosed()) {
      PGNotification[] notifications = connection.unwrap(PGConnection.class).getNotifications();
      for (PGNotification n : notifications == null ? new PGNotification[0] : notifications) {
        lines.add(
            "NOTIFY \"%s\" with payload \"%s\" from %s"
                .formatted(n.getName(), n.getParameter(), sessionName.apply(n.getPID())));
      }
    }
    return lines;
  }

  private static String line(ServerErrorMessage message) {
    StringBuilder line =
        new StringBuilder("%s:  %s".formatted(message.getSeverity(), message.getMessage()));
    if (message.getDetail() != null) {
      line.append("\nDETAIL:  ").append(message.getDetail());
    }
    if (message.getHint() != null) {
      line.append("\nHINT:  ").append(message.getHint());
    }
    return line.toString();
  }
}
