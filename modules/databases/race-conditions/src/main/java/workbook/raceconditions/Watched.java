package workbook.raceconditions;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/// A connection that tells someone what it is about to do, and what it has done. So a form can be
/// attacked as it stands: no line in it is there for the attacker.
public final class Watched {

  /// Is told of every statement, and of `COMMIT` and `ROLLBACK`.
  public interface Watcher {

    /// @throws SQLException what the caller gets, and the statement is not executed
    default void before(String sql) throws SQLException {}

    /// @throws SQLException what the caller gets instead of the result
    default void after(String sql) throws SQLException {}
  }

  private Watched() {}

  /// The same connection, watched.
  public static Connection connection(Connection connection, Watcher watcher) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement" ->
                  statement(
                      PreparedStatement.class,
                      (Statement) invoke(connection, method, arguments),
                      (String) arguments[0],
                      watcher);
              case "createStatement" ->
                  statement(
                      Statement.class,
                      (Statement) invoke(connection, method, arguments),
                      "",
                      watcher);
              case "commit", "rollback" ->
                  told(
                      method.getName().toUpperCase(Locale.ROOT),
                      watcher,
                      connection,
                      method,
                      arguments);
              default -> invoke(connection, method, arguments);
            });
  }

  /// @param sql what was prepared, if anything was
  private static <T extends Statement> T statement(
      Class<T> type, Statement statement, String sql, Watcher watcher) {
    return proxy(
        type,
        (method, arguments) ->
            method.getName().startsWith("execute")
                ? told(
                    arguments == null ? sql : String.valueOf(arguments[0]),
                    watcher,
                    statement,
                    method,
                    arguments)
                : invoke(statement, method, arguments));
  }

  private static Object told(
      String sql, Watcher watcher, Object target, Method method, Object[] arguments)
      throws Throwable {
    watcher.before(sql);
    Object result = invoke(target, method, arguments);
    watcher.after(sql);
    return result;
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private interface Call {
    Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    InvocationHandler handler = (_, method, arguments) -> call.answer(method, arguments);
    return type.cast(
        Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
