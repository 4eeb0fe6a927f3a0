package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Specification;

@DisplayName("Nothing is left behind")
class LeftoversTest {

  static List<Engine> engines() {
    return Engines.requested();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("after 20 runs: no thread, no session, no place for tables more than before")
  void manyRuns(Engine engine) throws SQLException, InterruptedException {
    Server server = Engines.shared(engine);
    run(server);
    int threads = sessionThreads();
    String before = onServer(server);
    for (int i = 0; i < 20; i++) {
      run(server);
    }
    assertThat(sessionThreads()).as("threads").isEqualTo(threads);
    // A session that was ended is gone when the server has noticed.
    String after = onServer(server);
    for (int i = 0; i < 100 && !after.equals(before); i++) {
      Thread.sleep(10);
      after = onServer(server);
    }
    assertThat(after).as("sessions and places").isEqualTo(before);
  }

  private static void run(Server server) {
    Specification spec = Specifications.ofTopic("write-skew", server.engine());
    try (Runner runner = new Runner(server.sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      runner.level(Level.READ_COMMITTED);
      runner.run(spec.permutations().getFirst());
    }
  }

  private static int sessionThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("session "))
            .filter(Thread::isAlive)
            .count();
  }

  /// How many sessions the server has, and which places of ours.
  private static String onServer(Server server) throws SQLException {
    String sessions =
        switch (server.engine().name()) {
          case "h2" -> "SELECT count(*) FROM INFORMATION_SCHEMA.SESSIONS";
          case "postgresql" ->
              "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'";
          default -> "SELECT count(*) FROM information_schema.processlist WHERE user = 'root'";
        };
    String places =
        "SELECT schema_name FROM information_schema.schemata"
            + " WHERE lower(schema_name) LIKE 'workbook%' ORDER BY 1";
    try (Connection connection = server.connect()) {
      return "%s %s".formatted(first(connection, sessions), first(connection, places));
    }
  }

  private static List<String> first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
