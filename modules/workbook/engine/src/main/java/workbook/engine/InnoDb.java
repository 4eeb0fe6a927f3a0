package workbook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
  public boolean readsLock(Level level) {
    return level == Level.SERIALIZABLE;
  }

  @Override
  public void setLockTimeout(Connection session, Duration timeout) throws SQLException {
    Sql.execute(
        session,
        "SET SESSION innodb_lock_wait_timeout = %1$d, lock_wait_timeout = %1$d"
            .formatted(Math.max(1, timeout.toSeconds())));
  }

  @Override
  public Failure classify(SQLException e) {
    return switch (e.getErrorCode()) {
      // 3058: of the locks of GET_LOCK.
      case 1213, 3058 -> Failure.DEADLOCK;
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
    // A session that was ended lets go of its tables only when it has noticed.
    Sql.execute(control, "SET SESSION lock_wait_timeout = 10");
    Sql.execute(control, "DROP DATABASE IF EXISTS " + place);
  }

  @Override
  public boolean isTaken(SQLException e) {
    return e.getErrorCode() == 1007;
  }

  @Override
  public Optional<String> exit(String sql, List<String> path) {
    return Exits.innoDb(sql, path.getFirst());
  }

  @Override
  public String usualPlace() {
    return "test";
  }

  @Override
  public Optional<String> emptying(String table) {
    return Optional.of("TRUNCATE TABLE " + table);
  }

  @Override
  public List<String> removals(Connection control, String place) throws SQLException {
    Sql.execute(control, "SET SESSION foreign_key_checks = 0, lock_wait_timeout = 10");
    return Sql.texts(
        control,
        """
        SELECT CONCAT('DROP ', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE'), ' IF EXISTS `', TABLE_SCHEMA, '`.`', TABLE_NAME, '`')
        FROM information_schema.TABLES WHERE TABLE_SCHEMA = '%s'
        UNION ALL
        SELECT CONCAT('DROP ', ROUTINE_TYPE, ' IF EXISTS `', ROUTINE_SCHEMA, '`.`', ROUTINE_NAME, '`')
        FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = '%s'
        UNION ALL
        SELECT CONCAT('DROP EVENT IF EXISTS `', EVENT_SCHEMA, '`.`', EVENT_NAME, '`')
        FROM information_schema.EVENTS WHERE EVENT_SCHEMA = '%s'
        """
            .formatted(place, place, place));
  }

  @Override
  public boolean claim(Connection session, String place) throws SQLException {
    // A lock's name has at most 64 characters.
    String claim = "SELECT GET_LOCK(CONCAT('workbook ', LEFT(SHA2('%s', 256), 32)), 0)";
    return Sql.number(session, claim.formatted(place)) == 1;
  }

  /// A database has no room for a mark on MySQL; it is known by its name, and by nobody's using it.
  @Override
  public List<String> left(Connection control) throws SQLException {
    return Sql.texts(
        control,
        """
        SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME REGEXP '%s'
          AND SCHEMA_NAME NOT IN (SELECT DB FROM information_schema.PROCESSLIST WHERE DB IS NOT NULL)
        ORDER BY SCHEMA_NAME
        """
            .formatted(Names.PATTERN));
  }
}
