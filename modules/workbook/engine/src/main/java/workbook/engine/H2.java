package workbook.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/// H2, in this JVM unless a URL says otherwise.
final class H2 implements Engine {

  /// A number of a session is used again; with its beginning it is not.
  private static final String MARK =
      "SELECT 'workbook sandbox of session ' || SESSION_ID || ' since '"
          + " || EXTRACT(EPOCH FROM SESSION_START) FROM INFORMATION_SCHEMA.SESSIONS %s";

  private static final String SESSIONS =
      "SELECT SESSION_ID, BLOCKER_ID, CONTAINS_UNCOMMITTED,"
          + " CASE SESSION_STATE WHEN 'RUNNING' THEN EXECUTING_STATEMENT END RUNNING"
          + " FROM INFORMATION_SCHEMA.SESSIONS";

  private static final String LOCKS =
      "SELECT SESSION_ID, TABLE_NAME FROM INFORMATION_SCHEMA.LOCKS WHERE TABLE_NAME IS NOT NULL";

  /// A statement that changes a table's form.
  private static final Pattern CHANGE =
      Pattern.compile("(?i)\\s*(ALTER|DROP|TRUNCATE|CREATE\\s+(\\w+\\s+){0,4}(INDEX|TRIGGER)\\b)");

  private static final Duration CATALOG_WAIT = Duration.ofMillis(100);

  private static final int CATALOG_WAITS = 100;

  private static final String CLAIM = "WORKBOOK_IN_USE";

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
      default -> States.isConnection(e) ? Failure.CONNECTION_LOST : Failure.OTHER;
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
    Set<Wait> waits = new LinkedHashSet<>();
    Map<Long, Long> blockers = new LinkedHashMap<>();
    Set<Long> uncommitted = new HashSet<>();
    Map<Long, String> changes = new LinkedHashMap<>();
    try (Statement statement = control.createStatement();
        ResultSet sessions = statement.executeQuery(SESSIONS)) {
      while (sessions.next()) {
        long session = sessions.getLong("SESSION_ID");
        long blocker = sessions.getLong("BLOCKER_ID");
        if (!sessions.wasNull()) {
          blockers.put(session, blocker);
        }
        if (sessions.getBoolean("CONTAINS_UNCOMMITTED")) {
          uncommitted.add(session);
        }
        String running = sessions.getString("RUNNING");
        if (running != null && CHANGE.matcher(running).lookingAt()) {
          changes.put(session, running);
        }
      }
    }
    // A waiter names its holder until it has woken up, even when the holder has committed.
    blockers.forEach((waiter, holder) -> {
      if (uncommitted.contains(holder)) {
        waits.add(new Wait(waiter, holder));
      }
    });
    if (!changes.isEmpty()) {
      waits.addAll(changesThatWait(control, changes));
    }
    return List.copyOf(waits);
  }

  /// Who waits for a table names nobody; a statement that changes a table's form cannot be at work
  /// on it while another session has a lock on it.
  private static List<Wait> changesThatWait(Connection control, Map<Long, String> changes)
      throws SQLException {
    List<Wait> waits = new ArrayList<>();
    try (Statement statement = control.createStatement();
        ResultSet locks = statement.executeQuery(LOCKS)) {
      while (locks.next()) {
        long holder = locks.getLong("SESSION_ID");
        Pattern table =
            Pattern.compile(
                "(?i)(?<!\\w)%s(?!\\w)".formatted(Pattern.quote(locks.getString("TABLE_NAME"))));
        changes.forEach((session, change) -> {
          if (session != holder && table.matcher(change).find()) {
            waits.add(new Wait(session, holder));
          }
        });
      }
    }
    return waits;
  }

  @Override
  public String waitsPrivilege() {
    return "ALTER USER … ADMIN TRUE";
  }

  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    Sql.number(control, "SELECT ABORT_SESSION(" + sessionId + ")");
  }

  /// To close a connection of H2 cancels its statement, and waits for it.
  @Override
  public boolean closesFirst() {
    return true;
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    String mark = Sql.text(control, MARK.formatted("WHERE SESSION_ID = SESSION_ID()"));
    patiently(control, "CREATE SCHEMA " + place);
    try {
      patiently(control, "COMMENT ON SCHEMA %s IS '%s'".formatted(place, mark));
    } catch (SQLException e) {
      // Nobody would know it again.
      drop(control, place);
      throw e;
    }
  }

  @Override
  public boolean isTaken(SQLException e) {
    return e.getErrorCode() == 90078;
  }

  @Override
  public void use(Connection session, String place) throws SQLException {
    Sql.execute(session, "SET SCHEMA " + place);
    // A name that is not in the schema is looked for there.
    Sql.execute(session, "SET SCHEMA_SEARCH_PATH " + place);
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    patiently(control, "DROP SCHEMA IF EXISTS " + place + " CASCADE");
  }

  /// To create, drop or comment a schema, H2 takes hold of the database, and then waits for the
  /// lock of its catalog. A CREATE TABLE that has this lock waits for the database meanwhile, and
  /// H2 sees no deadlock in it: only the lock timeout ends it. So each wait is short, and there are
  /// several.
  private static void patiently(Connection session, String sql) throws SQLException {
    long usual = Sql.number(session, "SELECT LOCK_TIMEOUT()");
    Sql.execute(session, "SET LOCK_TIMEOUT " + CATALOG_WAIT.toMillis());
    try {
      for (int i = 1; ; i++) {
        try {
          Sql.execute(session, sql);
          return;
        } catch (SQLException e) {
          if (e.getErrorCode() != ErrorCode.LOCK_TIMEOUT_1 || i == CATALOG_WAITS) {
            throw e;
          }
        }
      }
    } finally {
      Sql.execute(session, "SET LOCK_TIMEOUT " + usual);
    }
  }

  @Override
  public Optional<String> exit(String sql, List<String> path) {
    return Exits.h2(sql, path.getFirst());
  }

  /// H2 has no locks of users; a name can be created only once.
  @Override
  public boolean claim(Connection session, String place) throws SQLException {
    try {
      Sql.execute(session, "CREATE CONSTANT %s.%s VALUE 1".formatted(place, CLAIM));
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.CONSTANT_ALREADY_EXISTS_1) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void release(Connection session, String place) throws SQLException {
    Sql.execute(session, "DROP CONSTANT IF EXISTS %s.%s".formatted(place, CLAIM));
  }

  @Override
  public Optional<String> emptying(String table) {
    return Optional.of("TRUNCATE TABLE %s RESTART IDENTITY".formatted(table));
  }

  @Override
  public List<String> removals(Connection control, String place) throws SQLException {
    String drop =
        "SELECT 'DROP %s IF EXISTS ' || QUOTE_IDENT(%s_SCHEMA) || '.' || QUOTE_IDENT(%s_NAME)";
    String from = " FROM INFORMATION_SCHEMA.%s WHERE %s_SCHEMA = '%s'";
    List<String> removals = new ArrayList<>();
    // VIEWs go with the tables that they read.
    removals.addAll(
        Sql.texts(
            control,
            "SELECT 'DROP ' || CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW ' ELSE 'TABLE ' END || 'IF EXISTS '"
                + " || QUOTE_IDENT(TABLE_SCHEMA) || '.' || QUOTE_IDENT(TABLE_NAME) || ' CASCADE'"
                + from.formatted("TABLES", "TABLE", place)));
    for (String kind : List.of("SYNONYM", "SEQUENCE", "CONSTANT", "DOMAIN")) {
      removals.addAll(
          Sql.texts(
              control, drop.formatted(kind, kind, kind) + from.formatted(kind + "S", kind, place)));
    }
    removals.addAll(
        Sql.texts(
            control,
            "SELECT CASE ROUTINE_TYPE WHEN 'AGGREGATE' THEN 'DROP AGGREGATE ' ELSE 'DROP ALIAS ' END"
                + " || 'IF EXISTS ' || QUOTE_IDENT(ROUTINE_SCHEMA) || '.' || QUOTE_IDENT(ROUTINE_NAME)"
                + from.formatted("ROUTINES", "ROUTINE", place)));
    removals.removeIf(removal -> removal.contains(CLAIM));
    return removals;
  }

  @Override
  public List<String> left(Connection control) throws SQLException {
    return Sql.texts(
        control,
        """
        SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA
        WHERE REGEXP_LIKE(SCHEMA_NAME, '%s', 'i') AND REMARKS LIKE 'workbook sandbox of session %%'
          AND REMARKS NOT IN (%s)
        ORDER BY SCHEMA_NAME
        """
            .formatted(Names.PATTERN, MARK.formatted("")));
  }

  /// A database in memory is gone with its last session, and may be new.
  @Override
  public String existing(String url) {
    boolean leave =
        url.startsWith("jdbc:h2:mem:") || url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
    return leave ? url : url + ";IFEXISTS=TRUE";
  }

  @Override
  public Driver driver() {
    return new org.h2.Driver();
  }
}
