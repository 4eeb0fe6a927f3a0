package workbook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// An empty place for tables on a server, with the sessions that use it. Closing it ends them,
/// whatever they are doing, and removes the place; so does Ctrl-C.
public final class Sandbox implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Server server;
  private final Engine engine;
  private final String place;
  private final Connection control;
  private final Map<Long, Connection> sessions = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::remove, "remove sandbox");
  private boolean removed;

  Sandbox(Server server) {
    this.server = server;
    this.engine = server.engine();
    this.place = "workbook_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    this.control = server.connectIn(place);
    try {
      engine.create(control, place);
      Runtime.getRuntime().addShutdownHook(hook);
      engine.use(control, place);
    } catch (SQLException e) {
      forget(control);
      throw new EngineException(
          "%s: this user may not create a schema to work in: %s"
              .formatted(engine.title(), e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  public Engine engine() {
    return engine;
  }

  /// The connection that looks on: for setting up, for asking who waits for whom, for cleaning up.
  public Connection control() {
    return control;
  }

  /// The server's version, as two or three numbers: `18.6`.
  public String version() {
    try {
      return control.getMetaData().getDatabaseProductVersion().replaceFirst("^([\\d.]+).*", "$1");
    } catch (SQLException e) {
      throw new EngineException(engine.title() + " does not say its version: " + e.getMessage(), e);
    }
  }

  /// A new connection for a session of its own, in autocommit mode.
  public synchronized Connection session() throws SQLException {
    if (removed) {
      throw new SQLException("the sandbox is closed");
    }
    Connection session = server.connectIn(place);
    sessions.put(engine.sessionId(session), session);
    engine.use(session, place);
    return session;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending, and the hook does it.
      return;
    }
    remove();
  }

  private synchronized void remove() {
    if (removed) {
      return;
    }
    removed = true;
    try (control) {
      for (Map.Entry<Long, Connection> session : sessions.entrySet()) {
        if (!session.getValue().isClosed()) {
          engine.end(control, session.getKey());
          session.getValue().abort(Runnable::run);
        }
      }
      engine.drop(control, place);
    } catch (SQLException e) {
      if (engine.classify(e) != Failure.CONNECTION_LOST) {
        throw new EngineException(
            "left behind on %s: %s (%s)".formatted(engine.title(), place, e.getMessage()), e);
      }
      // The server is gone; a container takes its tables with it.
      sessions.values().forEach(Sandbox::forget);
    }
  }

  private static void forget(Connection session) {
    try {
      session.abort(Runnable::run);
    } catch (SQLException _) {
      // It was lost with the server.
    }
  }
}
