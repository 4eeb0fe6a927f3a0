package workbook.engine;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A server that runs and lets us in. Closing it stops it if it was started for us.
///
/// Connections are plain ones, without a pool: a pool resets what a session has set, or forgets to.
public final class Server implements AutoCloseable {

  /// How long a server may take to let a user in.
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private static final AtomicInteger EMBEDDED = new AtomicInteger();

  private final Engine engine;
  private final Driver driver;
  private final String url;
  private final Properties login;
  private final Placing placing;
  private final boolean ours;
  private final String arguments;
  private final Runnable stop;
  private final Waits waits = new Waits();

  /// A server that was started for us.
  ///
  /// @param arguments the options that start it, as they are typed
  Server(
      Engine engine,
      Driver driver,
      String url,
      String user,
      String password,
      String arguments,
      Runnable stop) {
    this(engine, driver, url, login(engine, user, password), Placing.OWN, true, arguments, stop);
  }

  private Server(
      Engine engine,
      Driver driver,
      String url,
      Properties login,
      Placing placing,
      boolean ours,
      String arguments,
      Runnable stop) {
    this.engine = engine;
    this.driver = driver;
    this.url = url;
    this.login = login;
    this.placing = placing;
    this.ours = ours;
    this.arguments = arguments;
    this.stop = stop;
  }

  private static Properties login(Engine engine, String user, String password) {
    Properties login = new Properties();
    // A URL may hold them, too.
    if (!user.isEmpty()) {
      login.setProperty("user", user);
    }
    if (!user.isEmpty() || !password.isEmpty()) {
      login.setProperty("password", password);
    }
    if (engine instanceof PostgreSql) {
      // A text of several statements goes to the server as it is, in one message.
      login.setProperty("preferQueryMode", "simple");
    }
    return login;
  }

  /// A server of our own: in this JVM if the engine can, else in a container.
  ///
  /// @throws EngineException if Docker is not running, or the image is not to be had
  public static Server start(Engine engine) {
    return engine.embedded() ? embedded(engine) : start(Image.usual(engine));
  }

  /// A server of our own in a container.
  ///
  /// @throws EngineException if Docker is not running, or the image is not to be had
  static Server start(Image image) {
    return Containers.start(image);
  }

  private static Server embedded(Engine engine) {
    String url = "jdbc:h2:mem:workbook" + EMBEDDED.incrementAndGet();
    try {
      // The database is there as long as one connection is.
      Connection keeper = engine.driver().connect(url, new Properties());
      return new Server(engine, engine.driver(), url, "", "", "", () -> closed(keeper));
    } catch (SQLException e) {
      throw new EngineException("%s: %s".formatted(url, e.getMessage()), e);
    }
  }

  /// A server that somebody else runs.
  ///
  /// @throws EngineException if it is not there, or does not let the user in
  public static Server at(String url, String user, String password) {
    return at(Engine.of(url), url, user, password);
  }

  /// A server of an engine that need not be one of [Engine#ALL].
  ///
  /// @throws EngineException if it is not there, or does not let the user in
  public static Server at(Engine engine, String url, String user, String password) {
    return at(engine, url, user, password, List.of(), Placing.OWN, "");
  }

  /// The same.
  ///
  /// @param driverJars where the driver is; if there are none, it is the one of the class path
  /// @param arguments options that lead there beside the URL and the user, as they are typed
  static Server at(
      Engine engine,
      String url,
      String user,
      String password,
      List<Path> driverJars,
      Placing placing,
      String arguments) {
    if (Urls.hasLogin(url) && !(engine instanceof MySql)) {
      throw new EngineException(
          "%s: %s takes no user and password before the host; --user and --password give them"
              .formatted(Urls.masked(url), engine.title()));
    }
    try {
      Driver driver = driverJars.isEmpty() ? engine.driver() : fromJars(driverJars, url);
      Properties login = login(engine, user, password);
      Server server = new Server(engine, driver, url, login, placing, false, arguments, () -> {});
      try (Connection first = server.connect()) {
        return new Server(
            engine.asFound(first), driver, url, login, placing, false, arguments, () -> {});
      }
    } catch (SQLException e) {
      throw new EngineException(
          "%s: %s".formatted(Urls.masked(url), Urls.masked(e.getMessage(), url)), e);
    }
  }

  private static Driver fromJars(List<Path> jars, String url) throws SQLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      if (!Files.isRegularFile(jar)) {
        throw new EngineException("--driver-jar: there is no file " + jar);
      }
      urls.add(url(jar));
    }
    try {
      URL[] classPath = urls.toArray(URL[]::new);
      // Stays open as long as the driver is used, which is until the program ends.
      ClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
      for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
        if (driver.acceptsURL(url)) {
          return driver;
        }
      }
      throw new EngineException(
          "--driver-jar: no driver in %s accepts %s".formatted(names(jars), Urls.masked(url)));
    } catch (ServiceConfigurationError e) {
      throw incomplete(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static EngineException incomplete(Throwable e) {
    return new EngineException(
        "the driver needs more than its jar (%s is missing); --driver-jar takes several jars with commas"
            .formatted(e.getMessage()),
        e);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new EngineException("--driver-jar: %s is no path".formatted(jar), e);
    }
  }

  private static String names(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  public Engine engine() {
    return engine;
  }

  /// Whether it was started for us, and ends with us.
  boolean isOurs() {
    return ours;
  }

  /// The same server, with sandboxes elsewhere on it. Closing it stops nothing.
  Server placed(Placing placing) {
    return new Server(engine, driver, url, login, placing, ours, arguments, () -> {});
  }

  Placing placing() {
    return placing;
  }

  /// The options that lead here, without the password.
  String options() {
    String user = login.getProperty("user", "");
    return "--url '%s'%s%s"
        .formatted(
            Urls.masked(url), user.isEmpty() ? "" : " --user " + user, ours ? "" : arguments);
  }

  /// The options that choose this server and the place on it, as they are typed; none for what is
  /// chosen without.
  public String arguments() {
    return ours ? arguments : options() + placing.arguments();
  }

  /// The first line of why something failed, without a password.
  String line(SQLException e) {
    return Urls.masked(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), url);
  }

  /// A new connection, in autocommit mode.
  ///
  /// @throws EngineException if the server is not there, or does not let the user in
  public Connection connect() {
    return connect(CONNECT_LIMIT);
  }

  /// The same, for a server that may not answer any more.
  Connection connect(Duration limit) {
    return open(url, login, limit);
  }

  /// The same, for a session in a sandbox.
  ///
  /// @param path where unqualified names lead
  Connection connectIn(List<String> path) {
    return open(engine.url(url, path), login, CONNECT_LIMIT);
  }

  /// The same, with an [Inbox] that is kept for a key, where the driver takes one.
  Connection connectIn(List<String> path, String key) {
    Properties watched = new Properties();
    watched.putAll(login);
    if (engine instanceof PostgreSql && driver instanceof org.postgresql.Driver) {
      watched.setProperty("socketFactory", Inbox.Factory.class.getName());
      watched.setProperty("socketFactoryArg", key);
    }
    return open(engine.url(url, path), watched, CONNECT_LIMIT);
  }

  private Connection open(String url, Properties login, Duration limit) {
    try {
      // What is added is not what the user has typed, and stays out of messages.
      Connection connection =
          Limited.call(
              limit,
              () -> driver.connect(ours ? url : engine.existing(url), login),
              Server::closedLate);
      if (connection == null) {
        throw new EngineException(
            "the driver of %s does not accept %s".formatted(engine.title(), Urls.masked(url)));
      }
      return connection;
    } catch (SQLException e) {
      throw new EngineException(
          States.isRefusal(e)
              ? "%s does not let user '%s' in: %s"
                  .formatted(Urls.masked(url), login.getProperty("user", ""), line(e))
              : "%s is not reachable: %s".formatted(Urls.masked(url), line(e)),
          e);
    } catch (LinkageError e) {
      throw incomplete(e);
    }
  }

  /// The places that earlier runs left here: of our kind of name, with our mark where the engine
  /// has one, and used by no session.
  public List<String> left() {
    try (Connection connection = connect()) {
      return engine.left(connection);
    } catch (SQLException e) {
      throw new EngineException("%s: %s".formatted(engine.title(), line(e)), e);
    }
  }

  /// Removes one of the places that [#left] gives; any other name is refused.
  public void removeLeft(String place) {
    try (Connection connection = connect()) {
      if (!engine.left(connection).contains(place)) {
        throw new EngineException("%s is none of what was left behind".formatted(place));
      }
      engine.setLockTimeout(connection, Duration.ofSeconds(10));
      engine.drop(connection, place);
    } catch (SQLException e) {
      throw new EngineException("%s is still there: %s".formatted(place, line(e)), e);
    }
  }

  /// The server's version, as two or three numbers: `18.6`.
  public String version() {
    try (Connection connection = connect()) {
      return connection
          .getMetaData()
          .getDatabaseProductVersion()
          .replaceFirst("^([\\d.]+).*", "$1");
    } catch (SQLException e) {
      throw new EngineException(engine.title() + " does not say its version: " + line(e), e);
    }
  }

  /// How many sandboxes it pays to use at the same time: more than there are cores, since much of
  /// the time is spent waiting for an answer. Where only the time tells who waits, one alone.
  public int sandboxes() {
    return placing.isShared() || engine.waitTimeout().isPresent()
        ? 1
        : 2 * Runtime.getRuntime().availableProcessors();
  }

  /// An empty place for tables on this server.
  ///
  /// @throws EngineException if the user may not create one
  public Sandbox sandbox() {
    return new Sandbox(this);
  }

  /// Who waits for whom on it, as of a moment after this call. Where the view must be left alone in
  /// between, all its sandboxes share an answer.
  List<Engine.Wait> waits(Connection control) throws InterruptedException, SQLException {
    if (!engine.waitsNeedRest()) {
      return engine.waits(control);
    }
    long called = System.nanoTime();
    synchronized (waits) {
      if (waits.begun != 0 && waits.begun - called > 0) {
        return waits.answer;
      }
      long due = waits.ended + engine.waitsInterval().toNanos() - System.nanoTime();
      if (due > 0 && waits.ended != 0) {
        Thread.sleep(Duration.ofNanos(due));
      }
      long begun = System.nanoTime();
      try {
        waits.answer = engine.waits(control);
        waits.begun = begun;
      } finally {
        waits.ended = System.nanoTime();
      }
      return waits.answer;
    }
  }

  /// The last answer to who waits for whom, and when it was asked for and given.
  private static final class Waits {
    private long begun;
    private long ended;
    private List<Engine.Wait> answer = List.of();
  }

  /// One more, beside others that are in use. In this JVM it is in a database of its own: in one
  /// database changes of tables wait for each other.
  public Sandbox another() {
    return engine.embedded() && ours ? new Sandbox(embedded(engine), true) : sandbox();
  }

  @Override
  public void close() {
    stop.run();
  }

  private static void closedLate(Connection connection) {
    if (connection != null) {
      closed(connection);
    }
  }

  private static void closed(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
