package workbook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// An empty place for tables on a server, with the sessions that use it. Unqualified names mean
/// what is in it, and nothing else of the server's. Closing it ends the sessions, whatever they are
/// doing, and removes the place; so does Ctrl-C. Where that fails, one line says what is left.
public final class Sandbox implements AutoCloseable {

  /// Names are random; where so many are taken, something else is wrong.
  private static final int NAMES = 5;

  /// How long the end of the program waits for a server that does not answer: who presses Ctrl-C
  /// has the prompt again within two seconds.
  private static final Duration EXIT_LIMIT = Duration.ofMillis(1_000);

  /// The same where nobody waits.
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

  /// A server that does not let anybody in for so long is taken for lost.
  private static final Duration CLEANER_LIMIT = Duration.ofSeconds(5);

  private static final Duration ABORT_LIMIT = Duration.ofMillis(500);

  private static final Duration LOCK_LIMIT = Duration.ofSeconds(10);

  private static volatile boolean exiting;

  private final Server server;
  private final boolean whole;
  private final Engine engine;
  private final Placing placing;
  private final Thread hook = new Thread(this::removeAtExit, "remove sandbox");
  private final Map<Long, Connection> sessions = new LinkedHashMap<>();
  private final Map<Long, Inbox> inboxes = new ConcurrentHashMap<>();
  private volatile String place;
  private Connection control;
  private Connection cleaner;
  private boolean removed;
  private volatile String left;

  Sandbox(Server server) {
    this(server, false);
  }

  /// @param whole whether the server is there for this sandbox alone, and ends with it
  Sandbox(Server server, boolean whole) {
    this(server, whole, Names::random);
  }

  Sandbox(Server server, Supplier<String> names) {
    this(server, false, names);
  }

  private Sandbox(Server server, boolean whole, Supplier<String> names) {
    this.server = server;
    this.whole = whole;
    this.engine = server.engine();
    this.placing = server.placing();
    // First, so that Ctrl-C finds what is created in the next moment.
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Limited.call(
          CLOSE_LIMIT,
          () -> {
            begin(names);
            return null;
          });
    } catch (SQLTimeoutException e) {
      throw closedAfter(new EngineException("%s: %s".formatted(engine.title(), server.line(e)), e));
    } catch (SQLException e) {
      throw closedAfter(
          new EngineException(
              "%s: this user may not create a schema to work in%s (%s)"
                  .formatted(
                      engine.title(),
                      engine instanceof Jdbc
                          ? ""
                          : "; --schema NAME uses an empty one that is there",
                      server.line(e)),
              e));
    } catch (EngineException e) {
      throw closedAfter(e);
    }
  }

  private EngineException closedAfter(EngineException reason) {
    try {
      close();
    } catch (EngineException left) {
      reason.addSuppressed(left);
    }
    return reason;
  }

  private synchronized void begin(Supplier<String> names) throws SQLException {
    if (removed) {
      throw new EngineException("interrupted");
    }
    if (placing.schema().isPresent()) {
      String existing = placing.existing(server);
      control = open(existing);
      engine.use(control, existing);
      // A connection of its own: a specification may release all locks of its session.
      if (!engine.claim(open(existing), existing)) {
        throw new EngineException("--schema: another run works in %s".formatted(existing));
      }
      place = existing;
      return;
    }
    for (int i = 1; place == null; i++) {
      String name = names.get();
      control = open(name);
      // Whether it was created is not known if the connection is lost now.
      place = name;
      try {
        engine.create(control, name);
      } catch (SQLException e) {
        if (engine.classify(e) != Failure.CONNECTION_LOST) {
          // What there may be of that name is somebody else's.
          place = null;
        }
        if (!engine.isTaken(e) || i == NAMES) {
          throw e;
        }
      }
    }
    engine.use(control, place);
  }

  private Connection open(String place) throws SQLException {
    String key = Names.random();
    Connection session = server.connectIn(placing.path(place), key);
    long id = engine.sessionId(session);
    sessions.put(id, session);
    Inbox.Factory.take(key).ifPresent(inbox -> inboxes.put(id, inbox));
    return session;
  }

  public Engine engine() {
    return engine;
  }

  /// Its name on the server.
  String place() {
    return place;
  }

  /// The connection that looks on: for setting up, for asking who waits for whom.
  public Connection control() {
    return guarded(control);
  }

  /// A new connection for a session of its own, in autocommit mode.
  public synchronized Connection session() throws SQLException {
    if (removed) {
      throw new SQLException("the sandbox is closed");
    }
    Connection session = open(place);
    engine.use(session, place);
    return guarded(session);
  }

  private Connection guarded(Connection session) {
    return Guarded.connection(
        session,
        sql -> {
          Optional<String> exit = exit(sql);
          return exit.isPresent() || !engine.isAstray(session, place) ? exit : Optional.of(sql);
        },
        placing.path(place));
  }

  /// Who waits for whom on the server, no sooner than its view has been renewed since the last
  /// call.
  public List<Engine.Wait> waits() throws InterruptedException, SQLException {
    return server.waits(control);
  }

  /// Whether a session that waits for the server has taken in all that the server has sent so far,
  /// so that its notices are there to be seen. Each connection has a way of its own, through
  /// Docker's proxy for instance; while another question is answered, what was sent before arrives.
  public boolean hasTakenIn(long sessionId) throws SQLException {
    Inbox inbox = inboxes.get(sessionId);
    if (inbox == null) {
      return true;
    }
    engine.sessionId(control);
    return inbox.isEmpty();
  }

  /// A text of the server's as it would be where the sandbox were the usual schema: without its
  /// random name.
  public String shown(String text) {
    return placing.schema().isPresent()
        ? text
        : text.replace(place, engine.usualPlace())
            .replace(place.toUpperCase(Locale.ROOT), engine.usualPlace().toUpperCase(Locale.ROOT));
  }

  /// Removes what is in the place, so that it can be set up anew. No session may have anything open
  /// there.
  public void clear() throws SQLException {
    Connection cleaner = cleaner();
    for (String removal : engine.removals(cleaner, written(cleaner))) {
      Sql.execute(cleaner, removal);
    }
  }

  /// Whether tables can be emptied, instead of being removed and made again.
  public boolean canEmpty() {
    return engine.emptying("").isPresent() && !placing.catalogWrites();
  }

  /// The statements that empty tables of the place, so that they are as if they had been made anew.
  ///
  /// @param tables their names, as the server has them
  public List<String> emptyings(List<String> tables) throws SQLException {
    String quote = control.getMetaData().getIdentifierQuoteString();
    List<String> statements = new ArrayList<>();
    for (String table : tables) {
      String name = quote + written(control) + quote + "." + quote + table + quote;
      statements.add(engine.emptying(name).orElseThrow());
    }
    return statements;
  }

  private String written(Connection session) throws SQLException {
    return session.getMetaData().storesUpperCaseIdentifiers()
        ? place.toUpperCase(Locale.ROOT)
        : place;
  }

  /// Not the control connection: what it takes to remove things is set for good.
  private synchronized Connection cleaner() throws SQLException {
    if (removed) {
      throw new SQLException("the sandbox is closed");
    }
    if (cleaner == null) {
      cleaner = open(place);
    }
    return cleaner;
  }

  /// Refuses a text of SQL that would make unqualified names mean tables outside of the sandbox.
  /// Sessions refuse it, too; this is for who wants to know before the first statement.
  ///
  /// @param where the text is, for the message
  /// @throws EngineException if it would
  public void check(String where, String sql) {
    exit(sql)
        .ifPresent(exit -> {
          throw new EngineException(where + ": " + Guarded.message(exit));
        });
  }

  private Optional<String> exit(String sql) {
    return engine
        .exit(sql, placing.path(place))
        .or(() -> placing.catalogWrites() ? Optional.empty() : engine.catalogWrite(sql));
  }

  @Override
  public void close() {
    try {
      // The hook stays until it is done: Ctrl-C then waits for it.
      Limited.finish(
          CLOSE_LIMIT,
          () -> {
            remove();
            return null;
          });
    } catch (SQLException e) {
      if (!server.isOurs()) {
        throw new EngineException(left(server.line(e)), e);
      }
    } finally {
      if (whole) {
        server.close();
      }
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The JVM is ending, and the hook is at work.
        exiting = true;
      }
    }
  }

  /// Whether the program was told to end; what fails from then on is our own doing.
  static boolean isExiting() {
    return exiting;
  }

  private void removeAtExit() {
    exiting = true;
    Thread removal = Thread.ofPlatform().daemon().name("remove " + place).start(this::removeOrSay);
    try {
      if (!removal.join(EXIT_LIMIT) && place != null && !server.isOurs()) {
        System.err.println(left("no answer for %s s".formatted(EXIT_LIMIT.toMillis() / 1000.0)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Also what another thread could not remove: it has no time left to say so.
  private void removeOrSay() {
    try {
      remove();
    } catch (EngineException e) {
      left = e.getMessage();
    }
    if (left != null) {
      System.err.println(left);
    }
  }

  private synchronized void remove() {
    if (removed) {
      return;
    }
    removed = true;
    // Over a connection of its own: that of the sandbox may be in a transaction, busy, or lost.
    try (Connection cleaner = server.connect(CLEANER_LIMIT)) {
      engine.setLockTimeout(cleaner, LOCK_LIMIT);
      endSessions(cleaner);
      if (place != null) {
        removePlace(cleaner);
      }
    } catch (SQLException e) {
      left(e, server.line(e), engine.classify(e) == Failure.CONNECTION_LOST);
    } catch (EngineException e) {
      left(e, e.getMessage(), e.getCause() instanceof SQLException);
    } finally {
      forgetSessions();
    }
  }

  private void endSessions(Connection cleaner) throws SQLException {
    if (engine.closesFirst()) {
      eachSession(Connection::close);
    }
    for (Map.Entry<Long, Connection> session : sessions.entrySet()) {
      if (!session.getValue().isClosed()) {
        engine.end(cleaner, session.getKey());
        // One of JDBC alone is closing by now, and may first wait for those that come after it.
        if (!(engine instanceof Jdbc)) {
          session.getValue().abort(Runnable::run);
        }
      }
    }
  }

  private void removePlace(Connection cleaner) throws SQLException {
    if (placing.schema().isEmpty()) {
      engine.drop(cleaner, place);
      return;
    }
    for (String removal : engine.removals(cleaner, place)) {
      Sql.execute(cleaner, removal);
    }
    engine.release(cleaner, place);
    List<String> rest = engine.removals(cleaner, place);
    if (!rest.isEmpty()) {
      throw new EngineException("it is not empty: " + String.join("; ", rest));
    }
  }

  private void left(Exception e, String reason, boolean lost) {
    // A server that was started for us takes everything with it.
    if (place != null && !(lost && server.isOurs())) {
      left = left(reason);
      throw new EngineException(left, e);
    }
  }

  private String left(String reason) {
    return placing
        .schema()
        .map(schema ->
            "left behind on %s: what is in the schema %s; remove it (%s)"
                .formatted(engine.title(), schema, reason))
        .orElseGet(() ->
            "left behind on %s: %s; ./workbook run isolation-levels/clean-up %s --remove removes it (%s)"
                .formatted(engine.title(), place, server.options(), reason));
  }

  /// Some drivers ask the server to end what the session is doing; it need not answer.
  private void forgetSessions() {
    eachSession(session -> session.abort(Runnable::run));
  }

  private interface Ending {
    void end(Connection session) throws SQLException;
  }

  /// All at the same time: one may wait for another.
  private void eachSession(Ending ending) {
    try {
      Limited.finish(
          ABORT_LIMIT,
          () -> {
            try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
              sessions.values().forEach(session -> each.execute(() -> end(session, ending)));
            }
            return null;
          });
    } catch (SQLException _) {
      // It was lost with the server, or is ended in another way.
    }
  }

  private static void end(Connection session, Ending ending) {
    try {
      ending.end(session);
    } catch (SQLException _) {
      // It was lost with the server.
    }
  }
}
