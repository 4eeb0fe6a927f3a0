package workbook.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the system properties say: `-Dengines=mysql,mariadb` which engines tests run on besides H2,
/// `-Dengine.mysql.url=…` (`.user`, `.password`) where one runs that needs no container.
public final class Engines {

  private static final Map<Engine, Server> SHARED = new ConcurrentHashMap<>();

  private Engines() {}

  /// The engines to test on: H2, and those that were asked for.
  ///
  /// @throws EngineException if one of those does not exist
  public static List<Engine> requested() {
    Set<Engine> engines = new LinkedHashSet<>();
    engines.add(Engine.named("h2"));
    String names = System.getProperty("engines", "");
    if (!names.isBlank()) {
      for (String name : names.split(",")) {
        engines.add(Engine.named(name.strip()));
      }
    }
    return List.copyOf(engines);
  }

  /// A server of an engine: the one that is shared, if there is one in a container; else where the
  /// properties say, or our own. The caller closes it.
  ///
  /// @throws EngineException if it is not to be had
  public static Server server(Engine engine) {
    Server shared = SHARED.get(engine);
    if (shared != null && !engine.embedded()) {
      return shared.placed(Placing.OWN);
    }
    String property = "engine." + engine.name();
    String url = System.getProperty(property + ".url", "");
    return url.isBlank()
        ? Server.start(engine)
        : Server.at(
            url,
            System.getProperty(property + ".user", ""),
            System.getProperty(property + ".password", ""));
  }

  /// The one server of an engine that all tests of this JVM share, and from then on the examples
  /// that they run. It ends with the JVM.
  ///
  /// @throws EngineException if it is not to be had
  public static Server shared(Engine engine) {
    return SHARED.computeIfAbsent(engine, Engines::server);
  }
}
