package workbook.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;
import org.testcontainers.utility.TestcontainersConfiguration;

/// Servers in containers. The only class that knows Testcontainers, so that nothing of it is
/// touched before an engine is asked for that needs it.
final class Containers {

  private static final Duration EXIT_LIMIT = Duration.ofMillis(1_000);

  /// The image by which Testcontainers removes what a program leaves that is killed.
  static final String RYUK = "testcontainers/ryuk:0.14.0";

  private static final String WITHOUT_RYUK = "TESTCONTAINERS_RYUK_DISABLED";

  private Containers() {}

  static Server start(Image source) {
    Engine engine = source.engine();
    String image = source.name();
    fetch(engine, image);
    JdbcDatabaseContainer<?> container =
        container(
            engine, DockerImageName.parse(image).asCompatibleSubstituteFor(source.official()));
    // Ctrl-C may come while it starts.
    Thread hook = new Thread(() -> stopAtExit(container), "stop " + engine.name());
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      container.start();
      return new Server(
          engine,
          engine.driver(),
          container.getJdbcUrl(),
          container.getUsername(),
          container.getPassword(),
          source.arguments(),
          () -> stop(container, hook));
    } catch (SQLException | RuntimeException e) {
      stop(container, hook);
      throw new EngineException(
          "the image %s could not be started: %s".formatted(image, rootCause(e)), e);
    }
  }

  private static void fetch(Engine engine, String image) {
    try (DockerClient docker =
        DockerClientProviderStrategy.getClientForConfig(
            DockerClientFactory.instance().getTransportConfig())) {
      if (!Boolean.parseBoolean(System.getenv(WITHOUT_RYUK))) {
        String ryuk = named(setting("ryuk.container.image", RYUK));
        pullIfAbsent(docker, ryuk, "; %s=true does without it".formatted(WITHOUT_RYUK));
      }
      pullIfAbsent(docker, named(image), "");
    } catch (IllegalStateException e) {
      throw new EngineException(
          "%s needs Docker, which is not running here: start it, or name a server by --url or -Dengine.%s.url"
              .formatted(engine.name(), engine.name()),
          e);
    } catch (IOException e) {
      throw new EngineException("Docker: " + rootCause(e), e);
    }
  }

  private static String setting(String name, String usual) {
    return TestcontainersConfiguration.getInstance().getEnvVarOrProperty(name, usual);
  }

  /// As Testcontainers was told to call it, where the registry is another one.
  private static String named(String image) {
    return ImageNameSubstitutor.instance()
        .apply(DockerImageName.parse(image))
        .asCanonicalNameString();
  }

  /// Testcontainers would try again for minutes without a word, also where there is no such image.
  private static void pullIfAbsent(DockerClient docker, String image, String without) {
    try {
      docker.inspectImageCmd(image).exec();
    } catch (NotFoundException _) {
      System.err.println("Docker fetches the image %s, this once".formatted(image));
      try {
        docker.pullImageCmd(image).start().awaitCompletion();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException("interrupted while the image %s was pulled".formatted(image), e);
      } catch (RuntimeException e) {
        throw new EngineException(
            "the image %s is not here, and could not be pulled: %s%s"
                .formatted(image, rootCause(e), without),
            e);
      }
    }
  }

  private static JdbcDatabaseContainer<?> container(Engine engine, DockerImageName image) {
    // The administrator: an ordinary user may not read the view of waiting sessions.
    // The tables are in memory, since they end with the server; creating one takes no disk then.
    return switch (engine) {
      case MySql _ ->
          new MySQLContainer(image)
              .withUsername("root")
              .withTmpFs(Map.of("/var/lib/mysql", "rw"))
              .withCommand("--skip-log-bin");
      case MariaDb _ ->
          new MariaDBContainer(image)
              .withUsername("root")
              .withTmpFs(Map.of("/var/lib/mysql", "rw"));
      default -> new PostgreSQLContainer(image).withTmpFs(Map.of("/var/lib/postgresql", "rw"));
    };
  }

  /// What takes longer than whoever pressed Ctrl-C waits is done by Testcontainers' own container,
  /// which removes what a program that has ended left.
  private static void stopAtExit(JdbcDatabaseContainer<?> container) {
    Thread stop = Thread.ofPlatform().daemon().start(container::stop);
    try {
      stop.join(EXIT_LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
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
