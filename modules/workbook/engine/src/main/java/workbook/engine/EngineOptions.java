package workbook.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The options that choose a server, to be mixed into a main's own:
///
/// ```java
/// @Mixin private EngineOptions options;
/// ```
public final class EngineOptions {

  @Option(
      names = "--engine",
      split = ",",
      paramLabel = "NAME",
      description = "h2 (the default), mysql, mariadb or postgresql; several with commas.")
  private List<String> names = List.of();

  @Option(names = "--url", paramLabel = "JDBC_URL", description = "A server that runs already.")
  private String url;

  @Option(names = "--user", paramLabel = "NAME", description = "The user there.")
  private String user = "";

  @Option(names = "--password", paramLabel = "WORD", description = "The user's password.")
  private String password = "";

  @Option(names = "--driver-jar", paramLabel = "FILE", description = "The driver, if another.")
  private Path driverJar;

  /// The servers that were asked for, in that order; the caller closes them.
  ///
  /// @throws EngineException if one is not to be had; those before it are closed then
  public List<Server> start() {
    if (url != null) {
      if (!names.isEmpty()) {
        throw new EngineException("--engine and --url exclude each other: a URL names its engine");
      }
      return List.of(Server.at(url, user, password, driverJar));
    }
    List<Engine> engines =
        names.isEmpty()
            ? List.of(Engine.named("h2"))
            : names.stream().map(Engine::named).distinct().toList();
    List<Server> servers = new ArrayList<>();
    try {
      engines.forEach(engine -> servers.add(Engines.server(engine)));
      return servers;
    } catch (RuntimeException e) {
      servers.forEach(Server::close);
      throw e;
    }
  }
}
