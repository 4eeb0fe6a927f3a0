package workbook.isolationlevels;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Remembers which statements were opened on a connection.
final class Opened {

  private final List<Statement> statements = new ArrayList<>();

  /// The same connection, watched.
  Connection by(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(connection, arguments);
                if (result instanceof Statement statement) {
                  statements.add(statement);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /// The statements that are still open; their result sets close with them.
  List<String> left() throws SQLException {
    List<String> left = new ArrayList<>();
    for (Statement statement : statements) {
      if (!statement.isClosed()) {
        left.add("a statement");
      }
    }
    return left;
  }
}
