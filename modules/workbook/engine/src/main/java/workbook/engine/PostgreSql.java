package workbook.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// PostgreSQL.
final class PostgreSql implements Engine {

  /// A number of a session is used again; with its beginning it is not.
  private static final String MARK =
      "SELECT 'workbook sandbox of session ' || pid || ' since ' || extract(epoch FROM backend_start)"
          + " FROM pg_stat_activity %s";

  private static final Duration END_LIMIT = Duration.ofSeconds(5);

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

  /// Of the function under `pg_stat_activity`: to plan that view takes longer than to read it.
  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Sql.waits(
        control,
        """
        SELECT pid, unnest(pg_blocking_pids(pid) || pg_safe_snapshot_blocking_pids(pid))
        FROM pg_stat_get_activity(NULL) WHERE wait_event IS NOT NULL AND state = 'active'
        """);
  }

  /// It looks 1 s after a wait has begun, unless `deadlock_timeout` says otherwise.
  @Override
  public Duration deadlockCheck() {
    return Duration.ofSeconds(5);
  }

  @Override
  public String waitsPrivilege() {
    return "GRANT pg_read_all_stats TO …";
  }

  /// Waits until it is gone. `pg_terminate_backend` would do so in steps of a tenth of a second.
  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    Sql.execute(control, "SELECT pg_terminate_backend(%d)".formatted(sessionId));
    String there = "SELECT count(*) FROM pg_stat_get_activity(%d)".formatted(sessionId);
    long last = System.nanoTime() + END_LIMIT.toNanos();
    while (Sql.number(control, there) > 0 && System.nanoTime() < last) {
      Sql.execute(control, "SELECT pg_sleep(0.002)");
    }
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    String mark = Sql.text(control, MARK.formatted("WHERE pid = pg_backend_pid()"));
    // One message is one transaction: there is no schema of ours without its mark. As in public,
    // every role finds what it has a right to.
    Sql.execute(
        control,
        "CREATE SCHEMA %s; COMMENT ON SCHEMA %s IS '%s'; GRANT USAGE ON SCHEMA %s TO PUBLIC"
            .formatted(place, place, mark, place));
  }

  @Override
  public boolean isTaken(SQLException e) {
    return "42P06".equals(e.getSQLState());
  }

  /// The last of two values holds, so that the user's own URL may name another schema.
  @Override
  public String url(String url, List<String> path) {
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + String.join(",", path);
  }

  @Override
  public Optional<String> exit(String sql, List<String> path) {
    return Exits.postgreSql(sql, path);
  }

  @Override
  public Optional<String> catalogWrite(String sql) {
    return Exits.catalogWrite(sql);
  }

  /// `RESET search_path`, `RESET ALL` and `DISCARD ALL` go back to what the session began with,
  /// which a connection pooler between us and the server may not have passed on.
  @Override
  public void use(Connection session, String place) throws SQLException {
    String path = Sql.text(session, "SELECT reset_val FROM pg_settings WHERE name = 'search_path'");
    if (!path.split(",")[0].equals(place)) {
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
  public boolean claim(Connection session, String place) throws SQLException {
    String claim = "SELECT pg_try_advisory_lock(hashtext('workbook'), hashtext('%s'))::int";
    return Sql.number(session, claim.formatted(place)) == 1;
  }

  /// Nor does autovacuum look at it: what it counts decides how rows are looked for.
  @Override
  public Optional<String> emptying(String table) {
    return Optional.of(
        "ALTER TABLE %1$s SET (autovacuum_enabled = off); TRUNCATE TABLE %1$s RESTART IDENTITY"
            .formatted(table));
  }

  /// An extension's, a default privilege's and a publication's entry in a schema is none of its
  /// contents, except that an extension there is. What is part of another thing, as the sequence of
  /// an identity is, goes with that.
  @Override
  public List<String> removals(Connection control, String place) throws SQLException {
    return Sql.texts(
        control,
        """
        SELECT format(
          'DROP %%s IF EXISTS %%s CASCADE', replace(upper(o.type), 'STATISTICS OBJECT', 'STATISTICS'), o.identity)
        FROM pg_depend d, pg_identify_object(d.classid, d.objid, 0) o
        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = '%s'::regnamespace
          AND d.deptype = 'n' AND NOT EXISTS (
            SELECT FROM pg_depend i
            WHERE i.classid = d.classid AND i.objid = d.objid AND i.objsubid = d.objsubid AND i.deptype = 'i')
          AND o.type NOT IN ('default acl', 'publication namespace')
        """
            .formatted(place));
  }

  @Override
  public List<String> left(Connection control) throws SQLException {
    return Sql.texts(
        control,
        """
        SELECT nspname FROM pg_namespace
        WHERE nspname ~ '%s' AND obj_description(oid, 'pg_namespace') LIKE 'workbook sandbox of session %%'
          AND obj_description(oid, 'pg_namespace') NOT IN (%s)
        ORDER BY nspname
        """
            .formatted(Names.PATTERN, MARK.formatted("WHERE backend_start IS NOT NULL")));
  }

  @Override
  public Driver driver() {
    return new org.postgresql.Driver();
  }
}
