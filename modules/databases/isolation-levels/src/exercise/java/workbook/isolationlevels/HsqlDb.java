package workbook.isolationlevels;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.exercise.Todo;

/// Add an engine: HSQLDB. Most of it is here; what is left is what the scheduler and the verdict
/// ask for. Its system tables stand in chapter 'Sessions and Transactions' of its guide.
final class HsqlDb implements Engine {

  @Override
  public String name() {
    return "hsqldb";
  }

  @Override
  public String title() {
    return "HSQLDB";
  }

  @Override
  public List<Level> levels() {
    return List.of(
        Level.READ_UNCOMMITTED, Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE);
  }

  @Override
  public Driver driver() {
    return new org.hsqldb.jdbc.JDBCDriver();
  }

  @Override
  public String waitsPrivilege() {
    return "GRANT DBA TO …";
  }

  /// A session waits for a lock as long as it must; there is nothing to set.
  @Override
  public void setLockTimeout(Connection session, Duration timeout) {}

  @Override
  public void create(Connection control, String place) throws SQLException {
    execute(control, "SET DATABASE TRANSACTION CONTROL MVCC");
    execute(control, "CREATE SCHEMA " + place);
  }

  @Override
  public void use(Connection session, String place) throws SQLException {
    execute(session, "SET SCHEMA " + place);
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    execute(control, "DROP SCHEMA IF EXISTS " + place + " CASCADE");
  }

  /// RELEASE rolls back what a session has open; only then does CLOSE end it.
  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    execute(control, "ALTER SESSION " + sessionId + " RELEASE");
    execute(control, "ALTER SESSION " + sessionId + " CLOSE");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public long sessionId(Connection session) throws SQLException {
    return Todo.todo("isolation-levels/5");
  }

  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Todo.todo("isolation-levels/5");
  }

  @Override
  public Failure classify(SQLException e) {
    return Todo.todo("isolation-levels/5");
  }
}
