package workbook.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// H2, in this JVM unless a URL says otherwise.
final class H2 implements Engine {

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public String title() {
    return "H2";
  }

  @Override
  public boolean embedded() {
    return true;
  }

  @Override
  public List<Level> levels() {
    return List.of(Level.values());
  }

  @Override
  public void setLockTimeout(Connection session, Duration timeout) throws SQLException {
    Sql.execute(session, "SET LOCK_TIMEOUT " + timeout.toMillis());
  }

  @Override
  public Failure classify(SQLException e) {
    return switch (e.getErrorCode()) {
      // One code and one message for both, "Deadlock detected". The cause tells, in this JVM.
      case 40001 -> isDeadlock(e.getCause()) ? Failure.DEADLOCK : Failure.UPDATE_CONFLICT;
      case 50200 -> Failure.LOCK_TIMEOUT;
      case 23505 -> Failure.DUPLICATE_KEY;
      case 90067, 90098, 90121, 90135 -> Failure.CONNECTION_LOST;
      default -> Failure.OTHER;
    };
  }

  private static boolean isDeadlock(Throwable cause) {
    return cause != null && cause.getMessage().contains("chosen as a deadlock victim");
  }

  @Override
  public long sessionId(Connection session) throws SQLException {
    return Sql.number(session, "SELECT SESSION_ID()");
  }

  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Sql.waits(
        control,
        // A waiter names its holder until it has woken up, even when the holder has committed.
        """
        SELECT w.SESSION_ID, h.SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS w
        JOIN INFORMATION_SCHEMA.SESSIONS h ON h.SESSION_ID = w.BLOCKER_ID
        WHERE h.CONTAINS_UNCOMMITTED
        """);
  }

  @Override
  public String waitsPrivilege() {
    return "ALTER USER … ADMIN TRUE";
  }

  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    Sql.number(control, "SELECT ABORT_SESSION(" + sessionId + ")");
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    Sql.execute(control, "CREATE SCHEMA " + place);
  }

  @Override
  public void use(Connection session, String place) throws SQLException {
    Sql.execute(session, "SET SCHEMA " + place);
    // A name that is not in the schema is looked for there.
    Sql.execute(session, "SET SCHEMA_SEARCH_PATH " + place);
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    Sql.execute(control, "DROP SCHEMA IF EXISTS " + place + " CASCADE");
  }

  @Override
  public Driver driver() {
    return new org.h2.Driver();
  }
}
