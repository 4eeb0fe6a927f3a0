package workbook.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// PostgreSQL.
final class PostgreSql implements Engine {

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public List<Level> levels() {
    return List.of(
        Level.READ_UNCOMMITTED, Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE);
  }

  @Override
  public void setLockTimeout(Connection session, Duration timeout) throws SQLException {
    Sql.execute(session, "SET lock_timeout = " + timeout.toMillis());
  }

  @Override
  public Failure classify(SQLException e) {
    return switch (e.getSQLState()) {
      case "40P01" -> Failure.DEADLOCK;
      case "40001" -> Failure.UPDATE_CONFLICT;
      case "55P03" -> Failure.LOCK_TIMEOUT;
      case "23505" -> Failure.DUPLICATE_KEY;
      case "57P01", "57P02", "57P03" -> Failure.CONNECTION_LOST;
      case null, default -> States.isConnection(e) ? Failure.CONNECTION_LOST : Failure.OTHER;
    };
  }

  @Override
  public long sessionId(Connection session) throws SQLException {
    return Sql.number(session, "SELECT pg_backend_pid()");
  }

  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Sql.waits(
        control,
        """
        SELECT pid, unnest(pg_blocking_pids(pid) || pg_safe_snapshot_blocking_pids(pid))
        FROM pg_stat_activity WHERE datname = current_database() AND wait_event IS NOT NULL AND state = 'active'
        """);
  }

  @Override
  public String waitsPrivilege() {
    return "GRANT pg_read_all_stats TO …";
  }

  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    Sql.execute(control, "SELECT pg_terminate_backend(" + sessionId + ", 5000)");
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    Sql.execute(control, "CREATE SCHEMA " + place);
  }

  /// The last of two values holds, so that the user's own URL may name another schema.
  @Override
  public String url(String url, String place) {
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + place;
  }

  /// `RESET search_path`, `RESET ALL` and `DISCARD ALL` go back to what the session began with,
  /// which a connection pooler between us and the server may not have passed on.
  @Override
  public void use(Connection session, String place) throws SQLException {
    if (!Sql.text(session, "SELECT reset_val FROM pg_settings WHERE name = 'search_path'")
        .equals(place)) {
      throw new EngineException(
          "PostgreSQL did not take the search path %s at the start of a session; a connection pooler? Name the server itself"
              .formatted(place));
    }
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    Sql.execute(control, "DROP SCHEMA IF EXISTS " + place + " CASCADE");
  }

  @Override
  public Driver driver() {
    return new org.postgresql.Driver();
  }
}
