package workbook.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// The options that choose a server, to be mixed into a main's own:
///
/// ```java
/// @Mixin private EngineOptions options;
/// ```
public final class EngineOptions {

  /// In milliseconds.
  private static final int WAIT_TIMEOUT = 500;

  /// The environment variable that may hold the password.
  static final String PASSWORD = "WORKBOOK_PASSWORD";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "h2 (the default), mysql, mariadb or postgresql; several with commas.")
  private String names = "";

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "Another image to start a container of, mysql:8.4 for instance; several with commas.")
  private String images = "";

  @Option(
      names = "--url",
      paramLabel = "JDBC_URL",
      description = "A server that runs already; the work is done in a schema of its own there.")
  private String url;

  @Option(names = "--user", paramLabel = "NAME", description = "The user there.")
  private String user = "";

  @Option(
      names = "--password",
      paramLabel = "WORD",
      arity = "0..1",
      interactive = true,
      prompt = "Password: ",
      description = {
        "The user's password; without WORD it is asked for.",
        "It may also stand in the environment, as " + PASSWORD + "."
      })
  private String password;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password.")
  private Path passwordFile;

  @Option(
      names = "--driver-jar",
      paramLabel = "FILE",
      split = ",",
      description = {
        "The driver, for another version or another database; several jars with commas.",
        "Any database takes part that has schemas; and SQLite, as --url jdbc:sqlite:"
      })
  private List<Path> driverJars = List.of();

  @Option(
      names = "--wait-timeout",
      paramLabel = "MILLIS",
      description =
          "Where a database cannot be asked who waits: after how long a step counts as waiting; else "
              + WAIT_TIMEOUT
              + ".")
  private Integer waitTimeout;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description =
          "An existing, empty schema to work in, for a user who may not create one. It is empty again afterwards.")
  private String schema;

  @Option(
      names = "--search-too",
      paramLabel = "NAME",
      description = {
        "PostgreSQL: another schema to search (several with commas), for what a specification needs of it, such as an extension in public.",
        "RISK: a table there is changed or dropped by a statement on a name that the specification has not created."
      })
  private String searchToo = "";

  @Option(
      names = "--catalog-writes",
      description = {
        "PostgreSQL: let a specification write to the system catalog.",
        "RISK: a write that finds a table by its name changes the tables of that name in every schema."
      })
  private boolean catalogWrites;

  /// The servers that were asked for, in that order; the caller closes them.
  ///
  /// @throws EngineException if one is not to be had; those before it are closed then
  public List<Server> start() {
    if (url != null) {
      if (!images.isEmpty()) {
        throw new EngineException("--image and --url exclude each other: the server runs already");
      }
      if (!names.isEmpty()) {
        throw new EngineException("--engine and --url exclude each other: a URL names its engine");
      }
      return List.of(existing());
    }
    if (schema != null || !searchToo.isEmpty() || catalogWrites) {
      throw new EngineException("--schema, --search-too and --catalog-writes need --url");
    }
    if (!driverJars.isEmpty() || waitTimeout != null) {
      throw new EngineException("--driver-jar and --wait-timeout need --url");
    }
    List<Image> others = named(images).map(Image::of).toList();
    List<Engine> engines =
        names.isEmpty()
            ? others.isEmpty() ? List.of(Engine.named("h2")) : List.of()
            : named(names).map(Engine::named).distinct().toList();
    List<Server> servers = new ArrayList<>();
    try {
      engines.stream()
          .filter(engine -> others.stream().noneMatch(image -> image.engine().equals(engine)))
          .forEach(engine -> servers.add(Engines.server(engine)));
      others.forEach(image -> servers.add(Server.start(image)));
      return servers;
    } catch (RuntimeException e) {
      servers.forEach(Server::close);
      throw e;
    }
  }

  /// The server that `--url` names.
  ///
  /// @throws EngineException if there is no such option, or it is not to be had
  public Server existing() {
    if (url == null) {
      throw new EngineException(
          "--url is missing: a server that was started for a run ends with it, and leaves nothing");
    }
    Engine engine = Engine.known(url).orElseGet(() -> Jdbc.of(url, Duration.ofMillis(timeout())));
    if (schema != null && engine instanceof Jdbc) {
      throw new EngineException("--schema is for H2, MySQL, MariaDB and PostgreSQL");
    }
    if (waitTimeout != null && !(engine instanceof Jdbc)) {
      throw new EngineException(
          "--wait-timeout is for databases that cannot be asked who waits, and %s is asked"
              .formatted(engine.title()));
    }
    if (!searchToo.isEmpty() && !(engine instanceof PostgreSql)) {
      throw new EngineException("--search-too is for PostgreSQL");
    }
    if (catalogWrites && !(engine instanceof PostgreSql)) {
      throw new EngineException("--catalog-writes is for PostgreSQL");
    }
    return Server.at(
        engine,
        url,
        user,
        password(System.getenv()),
        driverJars,
        new Placing(Optional.ofNullable(schema), named(searchToo).toList(), catalogWrites),
        arguments());
  }

  private int timeout() {
    return waitTimeout == null
        ? WAIT_TIMEOUT
        : Example.between("--wait-timeout", waitTimeout, 1, 60_000);
  }

  private String arguments() {
    return (driverJars.isEmpty()
            ? ""
            : " --driver-jar "
                + driverJars.stream().map(Path::toString).collect(Collectors.joining(",")))
        + (waitTimeout == null ? "" : " --wait-timeout " + waitTimeout);
  }

  private static Stream<String> named(String list) {
    return list.isEmpty() ? Stream.empty() : Stream.of(list.split(",", -1)).map(String::strip);
  }

  String password(Map<String, String> environment) {
    if (password != null && passwordFile != null) {
      throw new EngineException("--password and --password-file exclude each other");
    }
    if (passwordFile == null) {
      return password != null ? password : environment.getOrDefault(PASSWORD, "");
    }
    try {
      return Files.readAllLines(passwordFile).stream().findFirst().orElse("");
    } catch (IOException e) {
      throw new EngineException("--password-file: there is no readable file " + passwordFile, e);
    }
  }
}
