package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;

@DisplayName("What an attack leaves behind")
@Tag("engines")
class LeftoversTest {

  static List<String> engines() {
    return Engines.requested().stream().map(Engine::name).toList();
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName("after 12 runs: no thread and no connection more than after the first")
  void twelveRuns(String name) throws Exception {
    Server server = Engines.shared(Engine.named(name));
    try (Connection observer = server.connect()) {
      attack(server);
      Set<Thread> threads = threads();
      int connections = connections(observer, name);
      for (int i = 1; i < 12; i++) {
        attack(server);
      }
      assertThat(newThreads(threads)).as("new threads").isEmpty();
      assertThat(connections(observer, name)).as("connections").isLessThanOrEqualTo(connections);
    }
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("engines")
  @DisplayName(
      "the server stops in the middle: the attack ends with a lost connection, and no thread stays")
  void stopped(String name) throws Exception {
    assumeTrue(
        System.getProperty("engine." + name + ".url") == null,
        "only a server of our own is stopped");
    Engine engine = Engine.named(name);
    try (Server server = Server.start(engine);
        Sandbox sandbox = server.sandbox()) {
      Attack attack = new Attack(sandbox, Level.READ_COMMITTED, Plan.of(4, 3));
      Withdrawal form = new Pessimistic(new Retry(engine));
      Set<Thread> threads = threads();
      CountDownLatch underWay = new CountDownLatch(1);
      try (ExecutorService attacker = Executors.newSingleThreadExecutor()) {
        Future<SQLException> end =
            attacker.submit(() -> attackUntilItFails(attack, form, underWay));
        try {
          underWay.await();
          stop(server);
          SQLException reason = end.get(60, TimeUnit.SECONDS);
          assertThat(engine.classify(reason)).as("%s", reason).isEqualTo(Failure.CONNECTION_LOST);
        } finally {
          // An attack that goes on would be waited for.
          end.cancel(true);
        }
      }
      assertThat(newThreads(threads)).as("new threads").isEmpty();
    }
  }

  private static SQLException attackUntilItFails(
      Attack attack, Withdrawal form, CountDownLatch underWay) throws InterruptedException {
    while (true) {
      try {
        attack.run(form);
        underWay.countDown();
      } catch (SQLException e) {
        return e;
      }
    }
  }

  private static void stop(Server server) throws SQLException {
    if (server.engine().embedded()) {
      try (Connection connection = server.connect()) {
        Sql.update(connection, "SHUTDOWN IMMEDIATELY");
      }
    } else {
      server.close();
    }
  }

  private static void attack(Server server) throws SQLException, InterruptedException {
    try (Sandbox sandbox = server.sandbox()) {
      Withdrawal form = new Pessimistic(new Retry(sandbox.engine()));
      assertThat(new Attack(sandbox, Level.READ_COMMITTED, Plan.of(4, 1)).run(form).holds())
          .isTrue();
    }
  }

  /// The threads that were not there before, except those by which the JVM runs virtual threads: it
  /// starts them when the first one needs them, and keeps them. A thread that was told to end is
  /// given a moment.
  private static List<String> newThreads(Set<Thread> before) throws InterruptedException {
    List<Thread> more =
        threads().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
            .filter(thread -> !thread.getName().startsWith("VirtualThread-"))
            .toList();
    for (Thread thread : more) {
      thread.join(Duration.ofSeconds(5));
    }
    return more.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static Set<Thread> threads() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }

  /// A server needs a moment to see that a connection was closed.
  private static int connections(Connection observer, String name)
      throws SQLException, InterruptedException {
    String query =
        switch (name) {
          case "h2" -> "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS";
          case "postgresql" ->
              "SELECT COUNT(*) FROM pg_stat_activity WHERE backend_type = 'client backend'";
          default ->
              "SELECT COUNT(*) FROM information_schema.processlist WHERE command <> 'Daemon'";
        };
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < 50 && least > 1; i++) {
      least = Math.min(least, Sql.number(observer, query));
      Thread.sleep(10);
    }
    return least;
  }
}
