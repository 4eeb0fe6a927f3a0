package workbook.engine;

import java.sql.SQLException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Servers in containers. The only class that knows Testcontainers, so that nothing of it is
/// touched before an engine is asked for that needs it.
final class Containers {

  private Containers() {}

  static Server start(Engine engine) {
    JdbcDatabaseContainer<?> container = container(engine);
    try {
      DockerClientFactory.instance().client();
    } catch (IllegalStateException e) {
      throw new EngineException(
          "%s needs Docker, which is not running here: start it, or name a server by --url or -Dengine.%s.url"
              .formatted(engine.name(), engine.name()),
          e);
    }
    // Ctrl-C may come while it starts.
    Thread hook = new Thread(container::stop, "stop " + engine.name());
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      container.start();
      return new Server(
          engine,
          engine.driver(),
          container.getJdbcUrl(),
          container.getUsername(),
          container.getPassword(),
          () -> stop(container, hook));
    } catch (SQLException | RuntimeException e) {
      stop(container, hook);
      throw new EngineException(
          "the image %s could not be started: %s"
              .formatted(container.getDockerImageName(), rootCause(e)),
          e);
    }
  }

  private static JdbcDatabaseContainer<?> container(Engine engine) {
    // The administrator: an ordinary user may not read the view of waiting sessions.
    // The tables are in memory, since they end with the server; creating one takes no disk then.
    return switch (engine) {
      case MySql _ ->
          new MySQLContainer("mysql:9.7")
              .withUsername("root")
              .withTmpFs(Map.of("/var/lib/mysql", "rw"))
              .withCommand("--skip-log-bin");
      case MariaDb _ ->
          new MariaDBContainer("mariadb:11.8")
              .withUsername("root")
              .withTmpFs(Map.of("/var/lib/mysql", "rw"));
      default ->
          new PostgreSQLContainer("postgres:18").withTmpFs(Map.of("/var/lib/postgresql", "rw"));
    };
  }

  private static void stop(JdbcDatabaseContainer<?> container, Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending, and the hook does it.
      return;
    }
    container.stop();
  }

  private static String rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
