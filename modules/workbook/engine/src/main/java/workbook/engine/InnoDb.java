package workbook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// What MySQL and MariaDB have in common.
abstract sealed class InnoDb implements Engine permits MySql, MariaDb {

  @Override
  public List<Level> levels() {
    return List.of(
        Level.READ_UNCOMMITTED, Level.READ_COMMITTED, Level.REPEATABLE_READ, Level.SERIALIZABLE);
  }

  @Override
  public Level defaultLevel() {
    return Level.REPEATABLE_READ;
  }

  @Override
  public void setLockTimeout(Connection session, Duration timeout) throws SQLException {
    Sql.execute(
        session, "SET SESSION innodb_lock_wait_timeout = " + Math.max(1, timeout.toSeconds()));
  }

  @Override
  public Failure classify(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1213 -> Failure.DEADLOCK;
      case 1020 -> Failure.UPDATE_CONFLICT;
      case 1205, 3572 -> Failure.LOCK_TIMEOUT;
      case 1062 -> Failure.DUPLICATE_KEY;
      case 1053, 1927 -> Failure.CONNECTION_LOST;
      default -> States.isConnection(e) ? Failure.CONNECTION_LOST : Failure.OTHER;
    };
  }

  @Override
  public long sessionId(Connection session) throws SQLException {
    return Sql.number(session, "SELECT CONNECTION_ID()");
  }

  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    try {
      Sql.execute(control, "KILL " + sessionId);
    } catch (SQLException e) {
      // 1094: it has ended by itself.
      if (e.getErrorCode() != 1094) {
        throw e;
      }
    }
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    Sql.execute(control, "CREATE DATABASE " + place);
  }

  @Override
  public void use(Connection session, String place) throws SQLException {
    session.setCatalog(place);
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    Sql.execute(control, "DROP DATABASE IF EXISTS " + place);
  }
}
