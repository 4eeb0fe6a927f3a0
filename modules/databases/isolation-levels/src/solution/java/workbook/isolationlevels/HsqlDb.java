package workbook.isolationlevels;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.engine.Level;

/// HSQLDB says in one row for whom a session waits, as a list, since it waits for all who hold what
/// it wants. Its SQLStates are the standard's, so they tell what its negative codes would.
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
    try (Statement statement = session.createStatement();
        ResultSet id = statement.executeQuery("CALL SESSION_ID()")) {
      id.next();
      return id.getLong(1);
    }
  }

  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    try (Statement statement = control.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT SESSION_ID, THIS_WAITING_FOR FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS")) {
      List<Wait> waits = new ArrayList<>();
      while (rows.next()) {
        for (String other : rows.getString(2).split(",")) {
          if (!other.isBlank()) {
            waits.add(new Wait(rows.getLong(1), Long.parseLong(other)));
          }
        }
      }
      return waits;
    }
  }

  @Override
  public Failure classify(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "40001" -> Failure.UPDATE_CONFLICT;
      case "23505" -> Failure.DUPLICATE_KEY;
      default -> state.startsWith("08") ? Failure.CONNECTION_LOST : Failure.OTHER;
    };
  }
}
