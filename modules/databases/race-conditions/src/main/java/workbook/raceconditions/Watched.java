package workbook.raceconditions;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection that tells someone what it is about to do, and what came of it. So a form can be
/// attacked as it stands: no line in it is there for the attacker.
public final class Watched {

  /// Is told of every statement, with its parameters filled in, and of `COMMIT` and `ROLLBACK`.
  public interface Watcher {

    /// @throws SQLException what the caller gets; the statement is not executed then
    default void before(String sql) throws SQLException {}

    /// @param result what the statement gave
    /// @return what the caller gets
    /// @throws SQLException what the caller gets instead
    default Object after(String sql, Object result) throws SQLException {
      return result;
    }

    /// @param reason what the statement threw, and the caller gets
    default void failed(String sql, SQLException reason) {}
  }

  private static final Pattern MARK = Pattern.compile("\\?");

  private Watched() {}

  /// The same connection, watched.
  public static Connection connection(Connection connection, Watcher watcher) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement" -> {
                PreparedStatement statement =
                    (PreparedStatement) invoke(connection, method, arguments);
                yield prepared(statement, (String) arguments[0], watcher);
              }
              case "createStatement" ->
                  statement((Statement) invoke(connection, method, arguments), watcher);
              case "commit", "rollback" -> {
                String sql = method.getName().toUpperCase(Locale.ROOT);
                yield told(sql, watcher, connection, method, arguments);
              }
              default -> invoke(connection, method, arguments);
            });
  }

  private static PreparedStatement prepared(
      PreparedStatement statement, String sql, Watcher watcher) {
    SortedMap<Integer, Object> parameters = new TreeMap<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            return told(filledIn(sql, parameters), watcher, statement, method, arguments);
          }
          if (method.getName().startsWith("set") && arguments[0] instanceof Integer index) {
            parameters.put(index, arguments.length > 1 ? arguments[1] : "");
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Statement statement(Statement statement, Watcher watcher) {
    return proxy(
        Statement.class,
        (method, arguments) ->
            method.getName().startsWith("execute") && arguments != null
                ? told((String) arguments[0], watcher, statement, method, arguments)
                : invoke(statement, method, arguments));
  }

  private static String filledIn(String sql, SortedMap<Integer, Object> parameters) {
    Iterator<Object> values = parameters.values().iterator();
    // One pass, because a value may hold a question mark itself.
    return MARK.matcher(sql)
        .replaceAll(mark ->
            Matcher.quoteReplacement(
                values.hasNext() ? String.valueOf(values.next()) : mark.group()));
  }

  private static Object told(
      String sql, Watcher watcher, Object target, Method method, Object[] arguments)
      throws Throwable {
    watcher.before(sql);
    Object result;
    try {
      result = invoke(target, method, arguments);
    } catch (SQLException e) {
      watcher.failed(sql, e);
      throw e;
    }
    return watcher.after(sql, result);
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
