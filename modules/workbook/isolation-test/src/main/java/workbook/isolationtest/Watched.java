package workbook.isolationtest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A session's connection, which stops before each statement, `COMMIT` and `ROLLBACK` until its
/// turn has come, and notes what came of it. Closing it ends what it has open, and no more: a pool
/// would keep it, too.
final class Watched {

  /// Is told of each statement.
  interface Watcher {

    /// Returns when its turn has come.
    void before(String sql);

    /// @param text what it gave
    void gave(String text);

    void failed(SQLException reason);
  }

  private static final Pattern MARK = Pattern.compile("'(?:[^']|'')*+'|\\?");

  private final Connection target;
  private final Watcher watcher;
  private final Connection proxy;

  /// Whether something was done since the last commit.
  private boolean open;

  private Watched(Connection target, Watcher watcher) {
    this.target = target;
    this.watcher = watcher;
    this.proxy = proxy(Connection.class, target, this::answer);
  }

  static Connection connection(Connection target, Watcher watcher) {
    return new Watched(target, watcher).proxy;
  }

  private interface Call {
    Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "createStatement" -> statement(Statement.class, invoke(target, method, arguments), "");
      case "prepareStatement" ->
          statement(
              PreparedStatement.class, invoke(target, method, arguments), (String) arguments[0]);
      case "prepareCall" ->
          statement(
              CallableStatement.class, invoke(target, method, arguments), (String) arguments[0]);
      case "commit" -> end("COMMIT", method, arguments);
      case "rollback" ->
          arguments == null
              ? end("ROLLBACK", method, arguments)
              : told("ROLLBACK TO SAVEPOINT", target, method, arguments);
      case "setAutoCommit" ->
          (boolean) arguments[0] && !target.getAutoCommit()
              ? end("COMMIT", method, arguments)
              : invoke(target, method, arguments);
      case "close", "abort" -> {
        if (!target.getAutoCommit()) {
          proxy.rollback();
          target.setAutoCommit(true);
        }
        yield null;
      }
      default -> invoke(target, method, arguments);
    };
  }

  /// Ends a transaction; one in which nothing was done is no step.
  private Object end(String sql, Method method, Object[] arguments) throws Throwable {
    if (!open) {
      return invoke(target, method, arguments);
    }
    open = false;
    return told(sql, target, method, arguments);
  }

  private <T extends Statement> Object statement(Class<T> type, Object statement, String sql) {
    SortedMap<Integer, Object> parameters = new TreeMap<>();
    return proxy(
        type,
        statement,
        (method, arguments) -> {
          String name = method.getName();
          if (name.equals("getConnection")) {
            return proxy;
          }
          if (name.startsWith("execute")) {
            open = !target.getAutoCommit();
            String sent =
                arguments != null && arguments[0] instanceof String own
                    ? own
                    : name.endsWith("Batch") ? sql + " (batch)" : filledIn(sql, parameters);
            return told(sent, statement, method, arguments);
          }
          if (name.startsWith("set")
              && arguments != null
              && arguments.length > 1
              && arguments[0] instanceof Integer index) {
            parameters.put(index, name.equals("setNull") ? "NULL" : arguments[1]);
          }
          Object result = invoke(statement, method, arguments);
          return result instanceof ResultSet rows && name.equals("getResultSet")
              ? rows(rows)
              : result;
        });
  }

  private static String filledIn(String sql, SortedMap<Integer, Object> parameters) {
    Iterator<Object> values = parameters.values().iterator();
    return MARK.matcher(sql)
        .replaceAll(mark ->
            Matcher.quoteReplacement(
                mark.group().equals("?") && values.hasNext()
                    ? String.valueOf(values.next())
                    : mark.group()));
  }

  private Object told(String sql, Object on, Method method, Object[] arguments) throws Throwable {
    watcher.before(sql);
    try {
      Object result = invoke(on, method, arguments);
      if (result instanceof Integer count) {
        watcher.gave("%d row%s".formatted(count, count == 1 ? "" : "s"));
      } else if (!(result instanceof ResultSet)) {
        watcher.gave("");
      }
      return result instanceof ResultSet rows ? rows(rows) : result;
    } catch (SQLException e) {
      watcher.failed(e);
      throw e;
    }
  }

  /// What the program takes out of a result is what it has read.
  private ResultSet rows(ResultSet target) {
    Seen seen = new Seen();
    watcher.gave("");
    return proxy(
        ResultSet.class,
        target,
        (method, arguments) -> {
          Object result = invoke(target, method, arguments);
          if (method.getName().equals("next")) {
            watcher.gave(seen.row((boolean) result));
          } else if (method.getName().startsWith("get")
              && arguments != null
              && (arguments[0] instanceof Integer || arguments[0] instanceof String)) {
            watcher.gave(seen.value(result));
          }
          return result;
        });
  }

  /// The values of a result so far, as `10` or `(1, 10) (2, 20)`.
  private static final class Seen {
    private String before = "";
    private String row = "";
    private int values;
    private boolean any;

    String row(boolean found) {
      before = any ? text() : "";
      row = "";
      values = 0;
      any |= found;
      return text();
    }

    String value(Object value) {
      row = values++ == 0 ? String.valueOf(value) : row + ", " + value;
      return text();
    }

    private String text() {
      String last = values > 1 ? "(" + row + ")" : row;
      return any ? (before + " " + last).strip() : "no row";
    }
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Object target, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Watched.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().equals("equals") && arguments.length == 1
                    ? proxy == arguments[0]
                    : method.getDeclaringClass() == Object.class
                        ? invoke(target, method, arguments)
                        : call.answer(method, arguments)));
  }
}
