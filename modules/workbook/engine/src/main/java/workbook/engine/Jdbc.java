package workbook.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Any database that has a JDBC driver and schemas, as far as JDBC goes: transactions begin and end
/// by calls of the connection, levels are those that the driver names, and a session is ended by
/// closing it. Who waits for whom JDBC does not tell, so that time has to.
class Jdbc implements Engine {

  /// What is known once a first connection is there.
  record Facts(String title, List<Level> levels, Level defaultLevel) {

    static Facts of(Connection first) throws SQLException {
      DatabaseMetaData meta = first.getMetaData();
      List<Level> levels = new ArrayList<>();
      for (Level level : Level.values()) {
        if (level != Level.SNAPSHOT && meta.supportsTransactionIsolationLevel(level.jdbc())) {
          levels.add(level);
        }
      }
      int usual = meta.getDefaultTransactionIsolation();
      String title = meta.getDatabaseProductName();
      return new Facts(
          title,
          levels,
          levels.stream()
              .filter(level -> level.jdbc() == usual)
              .findFirst()
              .orElseThrow(() -> new EngineException(title + " has no isolation levels")));
    }
  }

  private static final Pattern NAME = Pattern.compile("jdbc:(\\w+):.*", Pattern.DOTALL);

  private static final String WORK = "(\\s+(WORK|TRANSACTION))?";
  private static final Pattern BEGIN =
      Pattern.compile("BEGIN" + WORK + "|START\\s+TRANSACTION", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMIT =
      Pattern.compile("(COMMIT|END)" + WORK, Pattern.CASE_INSENSITIVE);
  private static final Pattern ROLLBACK =
      Pattern.compile("(ROLLBACK|ABORT)" + WORK, Pattern.CASE_INSENSITIVE);

  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  private final String url;
  private final Duration waitTimeout;
  private final Facts facts;
  private final AtomicLong last = new AtomicLong();
  private final Map<Connection, Long> numbers = Collections.synchronizedMap(new WeakHashMap<>());
  private final Queue<Thread> ending = new ConcurrentLinkedQueue<>();
  private final Set<String> lookedAround = ConcurrentHashMap.newKeySet();

  Jdbc(String url, Duration waitTimeout, Facts facts) {
    this.url = url;
    this.waitTimeout = waitTimeout;
    this.facts = facts;
  }

  /// The one for a URL.
  ///
  /// @param waitTimeout after which a step counts as waiting
  /// @throws EngineException if it is no URL of JDBC
  static Engine of(String url, Duration waitTimeout) {
    if (!NAME.matcher(url).matches()) {
      throw new EngineException(
          "'%s…' is no JDBC URL: it must begin like jdbc:postgresql:"
              .formatted(url.replaceFirst("^(jdbc:\\w{1,20}|\\w{1,20})?.*", "$1")));
    }
    if (url.startsWith(SqLite.PREFIX)) {
      return new SqLite(url, waitTimeout, null);
    }
    if (url.startsWith("jdbc:derby:")) {
      prepareDerby();
    }
    return new Jdbc(url, waitTimeout, null);
  }

  /// Derby reads these when it starts in this JVM. It would write a log into the current folder,
  /// and look for deadlocks only after 20 s.
  private static void prepareDerby() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    System.getProperties().putIfAbsent("derby.stream.error.file", windows ? "NUL" : "/dev/null");
    System.getProperties().putIfAbsent("derby.locks.deadlockTimeout", "1");
  }

  @Override
  public Engine asFound(Connection first) throws SQLException {
    if (!first.getMetaData().supportsSchemasInTableDefinitions()) {
      throw new EngineException(
          "%s has no schemas that would keep tables apart; nothing is run beside tables of yours"
              .formatted(first.getMetaData().getDatabaseProductName()));
    }
    return new Jdbc(url, waitTimeout, Facts.of(first));
  }

  String url() {
    return url;
  }

  /// It may, for all that is known.
  @Override
  public boolean readsLock(Level level) {
    return true;
  }

  Duration timeout() {
    return waitTimeout;
  }

  @Override
  public String name() {
    return NAME.matcher(url).replaceFirst("$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public String title() {
    return facts == null ? name() : facts.title();
  }

  @Override
  public List<Level> levels() {
    return facts.levels();
  }

  @Override
  public Level defaultLevel() {
    return facts.defaultLevel();
  }

  @Override
  public Driver driver() throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, Jdbc.class.getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw new EngineException(
        "%s: there is no driver for jdbc:%s: here; --driver-jar FILE names its jar"
            .formatted(Urls.masked(url), name()));
  }

  /// JDBC has nothing for it: a session waits as long as the database lets it.
  @Override
  public void setLockTimeout(Connection session, Duration timeout) throws SQLException {}

  @Override
  public Failure classify(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "40001", "40P01" ->
          String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("deadlock")
              ? Failure.DEADLOCK
              : Failure.UPDATE_CONFLICT;
      // The first two are Derby's, the third is ODBC's.
      case "40XL1", "40XL2", "HYT00" -> Failure.LOCK_TIMEOUT;
      case "23505" -> Failure.DUPLICATE_KEY;
      default -> States.isConnection(e) ? Failure.CONNECTION_LOST : Failure.OTHER;
    };
  }

  /// A number of ours, since JDBC has none.
  @Override
  public long sessionId(Connection session) throws SQLException {
    return numbers.computeIfAbsent(session.unwrap(Connection.class), _ -> last.incrementAndGet());
  }

  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return List.of();
  }

  @Override
  public Optional<Duration> waitTimeout() {
    return Optional.of(waitTimeout);
  }

  @Override
  public Optional<String> caution() {
    return Optional.of(
        "Waits are told by time: a step over %d ms counts as one; for whom is unknown."
            .formatted(waitTimeout.toMillis()));
  }

  @Override
  public String waitsPrivilege() {
    return "nothing";
  }

  @Override
  public boolean transacts(Connection session, String statement) throws SQLException {
    String text = statement.strip();
    if (BEGIN.matcher(text).matches()) {
      session.setAutoCommit(false);
      return true;
    }
    // One that was begun by a statement of the database's own ends by one.
    if (session.getAutoCommit()) {
      return false;
    }
    if (COMMIT.matcher(text).matches()) {
      commit(session);
      return true;
    }
    if (ROLLBACK.matcher(text).matches()) {
      session.rollback();
      session.setAutoCommit(true);
      return true;
    }
    return false;
  }

  /// After a commit that failed, a transaction may still be there.
  private static void commit(Connection session) throws SQLException {
    try {
      session.commit();
    } catch (SQLException e) {
      try {
        session.rollback();
        session.setAutoCommit(true);
      } catch (SQLException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
    session.setAutoCommit(true);
  }

  /// Nobody but its own connection can end it, and that may first wait for another session: it ends
  /// when the others have.
  @Override
  public void end(Connection control, long sessionId) throws SQLException {
    List<Connection> sessions;
    synchronized (numbers) {
      sessions =
          numbers.entrySet().stream()
              .filter(each -> each.getValue() == sessionId)
              .map(Map.Entry::getKey)
              .toList();
    }
    sessions.forEach(
        session -> ending.add(Thread.ofVirtual().name("end session").start(() -> close(session))));
  }

  private static void close(Connection session) {
    try (session) {
      if (!session.isClosed() && !session.getAutoCommit()) {
        session.rollback();
      }
    } catch (SQLException _) {
      // It has ended already; what it would still hold is seen when its tables are dropped.
    }
  }

  /// Returns when the sessions are closed that were to end.
  final void awaitEnded() {
    long due = System.nanoTime() + END_LIMIT.toNanos();
    try {
      for (Thread thread = ending.poll(); thread != null; thread = ending.poll()) {
        thread.join(Duration.ofNanos(Math.max(1, due - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    Sql.execute(control, "CREATE SCHEMA " + place);
  }

  @Override
  public void use(Connection session, String place) throws SQLException {
    session.setSchema(asStored(session, place));
    if (isAstray(session, place)) {
      throw new EngineException(
          "%s: unqualified names lead to the schema %s, and not to one that was created for a run"
              .formatted(title(), session.getSchema()));
    }
    if (lookedAround.add(place)) {
      lookAround(session, place);
    }
  }

  private static String asStored(Connection session, String place) throws SQLException {
    DatabaseMetaData meta = session.getMetaData();
    return meta.storesUpperCaseIdentifiers()
        ? place.toUpperCase(Locale.ROOT)
        : meta.storesLowerCaseIdentifiers() ? place.toLowerCase(Locale.ROOT) : place;
  }

  /// The place is empty yet: a name that means something there means something of the user's.
  private void lookAround(Connection session, String place) throws SQLException {
    List<String[]> tables = new ArrayList<>();
    try (ResultSet found =
        session
            .getMetaData()
            .getTables(
                null,
                null,
                "%",
                new String[] {"TABLE", "BASE TABLE", "VIEW", "SYNONYM", "ALIAS"})) {
      while (found.next()) {
        String schema = String.valueOf(found.getString("TABLE_SCHEM"));
        if (!schema.equalsIgnoreCase("INFORMATION_SCHEMA")) {
          tables.add(new String[] {schema, found.getString("TABLE_NAME")});
        }
      }
    }
    for (String[] table : tables) {
      if (isReachable(session, table[1])) {
        throw new EngineException(
            "%s: the unqualified name %s leads from a schema of its own to a table of the schema %s; nothing is run beside tables of yours"
                .formatted(title(), table[1], table[0]));
      }
    }
  }

  private static boolean isReachable(Connection session, String table) throws SQLException {
    try {
      Sql.execute(session, "SELECT 1 FROM %s WHERE 1 = 0".formatted(quoted(session, table)));
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  private static String quoted(Connection session, String name) throws SQLException {
    String quote = session.getMetaData().getIdentifierQuoteString().strip();
    return quote + name.replace(quote, quote + quote) + quote;
  }

  @Override
  public boolean isAstray(Connection session, String place) throws SQLException {
    return !place.equalsIgnoreCase(session.getSchema());
  }

  @Override
  public Optional<String> exit(String sql, List<String> path) {
    return Exits.jdbc(sql, path.getFirst());
  }

  /// Foreign keys go first, since not every database drops them with their tables.
  @Override
  public List<String> removals(Connection control, String place) throws SQLException {
    List<String> removals = new ArrayList<>();
    for (String view : tables(control, place, "VIEW")) {
      removals.add("DROP VIEW " + qualified(control, place, view));
    }
    List<String> tables = tables(control, place, "TABLE", "BASE TABLE");
    for (String table : tables) {
      try (ResultSet keys =
          control.getMetaData().getImportedKeys(control.getCatalog(), place, table)) {
        while (keys.next()) {
          // A key of several columns has a row for each.
          if (keys.getInt("KEY_SEQ") == 1) {
            removals.add(
                "ALTER TABLE %s DROP CONSTRAINT %s"
                    .formatted(
                        qualified(control, place, table),
                        quoted(control, keys.getString("FK_NAME"))));
          }
        }
      }
    }
    for (String table : tables) {
      removals.add("DROP TABLE " + qualified(control, place, table));
    }
    return removals;
  }

  private static List<String> tables(Connection control, String place, String... types)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        control.getMetaData().getTables(control.getCatalog(), place, "%", types)) {
      while (found.next()) {
        // The schema's name is a pattern for the driver.
        if (place.equals(found.getString("TABLE_SCHEM"))) {
          names.add(found.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }

  private static String qualified(Connection control, String place, String name)
      throws SQLException {
    return quoted(control, place) + "." + quoted(control, name);
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    awaitEnded();
    try {
      Sql.execute(control, "DROP SCHEMA " + place + " CASCADE");
    } catch (SQLException e) {
      // Derby drops a schema only when it is empty.
      try {
        for (String removal : removals(control, asStored(control, place))) {
          Sql.execute(control, removal);
        }
        Sql.execute(control, "DROP SCHEMA " + place + " RESTRICT");
      } catch (SQLException more) {
        more.addSuppressed(e);
        throw more;
      }
    }
  }

  /// JDBC does not tell whether another run still uses one.
  @Override
  public List<String> left(Connection control) throws SQLException {
    List<String> left = new ArrayList<>();
    try (ResultSet schemas = control.getMetaData().getSchemas()) {
      while (schemas.next()) {
        String schema = schemas.getString("TABLE_SCHEM");
        if (schema.toLowerCase(Locale.ROOT).matches(Names.PATTERN)) {
          left.add(schema);
        }
      }
    }
    return left;
  }

  /// HSQLDB creates a file that is not there; and the last changes to one reach it only when it is
  /// shut down.
  @Override
  public String existing(String typed) {
    boolean isFile = typed.matches("jdbc:hsqldb:(?!mem:|res:|hsqls?:|https?:).*");
    return isFile ? typed + ";ifexists=true;shutdown=true" : typed;
  }
}
