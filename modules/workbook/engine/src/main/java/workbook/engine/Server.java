package workbook.engine;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that runs and lets us in. Closing it stops it if it was started for us.
///
/// Connections are plain ones, without a pool: a pool resets what a session has set, or forgets to.
public final class Server implements AutoCloseable {

  private static final AtomicInteger EMBEDDED = new AtomicInteger();

  private final Engine engine;
  private final Driver driver;
  private final String url;
  private final Properties login = new Properties();
  private final Runnable stop;

  Server(Engine engine, Driver driver, String url, String user, String password, Runnable stop) {
    this.engine = engine;
    this.driver = driver;
    this.url = url;
    this.stop = stop;
    // A URL may hold them, too.
    if (!user.isEmpty()) {
      login.setProperty("user", user);
      login.setProperty("password", password);
    }
    if (engine instanceof PostgreSql) {
      // A text of several statements goes to the server as it is, in one message.
      login.setProperty("preferQueryMode", "simple");
    }
  }

  /// A server of our own: in this JVM if the engine can, else in a container.
  ///
  /// @throws EngineException if Docker is not running, or the image is not to be had
  public static Server start(Engine engine) {
    return engine.embedded() ? embedded(engine) : Containers.start(engine);
  }

  private static Server embedded(Engine engine) {
    String url = "jdbc:h2:mem:workbook" + EMBEDDED.incrementAndGet();
    try {
      // The database is there as long as one connection is.
      Connection keeper = engine.driver().connect(url, new Properties());
      return new Server(engine, engine.driver(), url, "", "", () -> closed(keeper));
    } catch (SQLException e) {
      throw new EngineException("%s: %s".formatted(url, e.getMessage()), e);
    }
  }

  /// A server that somebody else runs.
  ///
  /// @param driverJar where the driver is, or null for the one that comes with the workbook
  /// @throws EngineException if it is not there, or does not let the user in
  public static Server at(String url, String user, String password, Path driverJar) {
    return at(Engine.of(url), url, user, password, driverJar);
  }

  /// A server of an engine that need not be one of [Engine#ALL].
  ///
  /// @throws EngineException if it is not there, or does not let the user in
  public static Server at(Engine engine, String url, String user, String password, Path driverJar) {
    try {
      Driver driver = driverJar == null ? engine.driver() : fromJar(driverJar, url);
      Server server = new Server(engine, driver, url, user, password, () -> {});
      server.connect().close();
      return server;
    } catch (SQLException e) {
      throw new EngineException("%s: %s".formatted(url, e.getMessage()), e);
    }
  }

  private static Driver fromJar(Path jar, String url) throws SQLException {
    if (!Files.isRegularFile(jar)) {
      throw new EngineException("--driver-jar: there is no file " + jar);
    }
    try {
      URL[] classPath = {jar.toUri().toURL()};
      // Stays open as long as the driver is used, which is until the program ends.
      ClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
      for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
        if (driver.acceptsURL(url)) {
          return driver;
        }
      }
      throw new EngineException("--driver-jar: no driver in %s accepts %s".formatted(jar, url));
    } catch (MalformedURLException e) {
      throw new EngineException("--driver-jar: %s is no path".formatted(jar), e);
    }
  }

  public Engine engine() {
    return engine;
  }

  /// A new connection, in autocommit mode.
  ///
  /// @throws EngineException if the server is not there, or does not let the user in
  public Connection connect() {
    return open(url);
  }

  /// The same, for a session that begins in a place.
  Connection connectIn(String place) {
    return open(engine.url(url, place));
  }

  private Connection open(String url) {
    try {
      Connection connection = driver.connect(url, login);
      if (connection == null) {
        throw new EngineException("the driver of %s does not accept %s".formatted(engine, url));
      }
      return connection;
    } catch (SQLException e) {
      String line = e.getMessage().lines().findFirst().orElse("");
      throw new EngineException(
          States.isRefusal(e)
              ? "%s does not let user '%s' in: %s"
                  .formatted(url, login.getProperty("user", ""), line)
              : "%s is not reachable: %s".formatted(url, line),
          e);
    }
  }

  /// An empty place for tables on this server.
  ///
  /// @throws EngineException if the user may not create one
  public Sandbox sandbox() {
    return new Sandbox(this);
  }

  @Override
  public void close() {
    stop.run();
  }

  private static void closed(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
