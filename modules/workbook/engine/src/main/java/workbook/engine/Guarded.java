package workbook.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A session that does not leave its sandbox: a statement that would make unqualified names mean
/// tables of the user's is refused before the server sees it. A form or an exercise may hold any
/// statement; all of them pass here.
final class Guarded implements InvocationHandler {

  /// Finds the part of a text that is to be refused, if there is one.
  interface Check {
    Optional<String> exit(String sql) throws SQLException;
  }

  private static final Set<String> MOVES = Set.of("setSchema", "setCatalog");

  private final Object target;
  private final Connection connection;
  private final Check exits;
  private final List<String> path;

  private Guarded(Object target, Connection connection, Check exits, List<String> path) {
    this.target = target;
    this.connection = connection;
    this.exits = exits;
    this.path = path;
  }

  /// @param exits the part of a text that is to be refused, if there is one
  static Connection connection(Connection target, Check exits, List<String> path) {
    return (Connection) proxy(Connection.class, new Guarded(target, null, exits, path));
  }

  private static Object proxy(Class<?> type, Guarded handler) {
    return Proxy.newProxyInstance(Guarded.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("equals")) {
      return proxy == arguments[0];
    }
    if (connection != null && method.getName().equals("getConnection")) {
      return connection;
    }
    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
      check(method.getName(), text);
    }
    try {
      Object result = method.invoke(target, arguments);
      return result instanceof Statement statement && target instanceof Connection
          ? proxy(method.getReturnType(), new Guarded(statement, (Connection) proxy, exits, path))
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void check(String method, String text) throws SQLException {
    if (MOVES.contains(method) && !path.contains(text)) {
      throw new SQLException(message("%s(\"%s\")".formatted(method, text)));
    }
    Optional<String> exit = exits.exit(text);
    if (exit.isPresent()) {
      throw new SQLException(message(exit.get()));
    }
  }

  /// Why a part of a statement is refused.
  static String message(String exit) {
    return "'%s' is refused: it would reach tables outside of the sandbox; write the schema before the name of one that is meant, as in public.test"
        .formatted(exit);
  }
}
