package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private static final String STUCK =
      """
      setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); }
      setup { INSERT INTO t VALUES (1, 10); }
      session s1
      setup { BEGIN; }
      step s1u { UPDATE t SET v = 11 WHERE id = 1; }
      session s2
      step s2u { UPDATE t SET v = 12 WHERE id = 1; }
      step s2r { SELECT 1; }
      permutation s1u s2u s2r
      """;

  @TempDir private Path folder;

  static List<Engine> engines() {
    return Engines.requested();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("after 50 runs: no thread, no session, no place for tables more than before")
  void manyRuns(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    run(server);
    int threads = sessionThreads();
    String before = onServer(server);
    for (int i = 0; i < 50; i++) {
      run(server);
    }
    assertThat(sessionThreads()).as("threads").isEqualTo(threads);
    assertThat(onServer(server)).as("sessions and places").isEqualTo(before);
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
      // A session that was ended is gone when the server has noticed.
      String now = "";
      for (int i = 0; i < 100; i++) {
        String then = now;
        now = "%s %s".formatted(first(connection, sessions), first(connection, places));
        if (now.equals(then)) {
          break;
        }
      }
      return now;
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

  @Test
  @DisplayName("after a signal, in the middle of a wait: not the process either")
  void interrupted() throws Exception {
    Process process = start(Files.writeString(folder.resolve("stuck.spec"), STUCK));
    try (BufferedReader out = process.inputReader()) {
      // isolation-levels/spec prints a permutation at its end; that it waits is seen in its
      // threads.
      while (!dump(process).contains("session s2")) {
        assertThat(process.isAlive()).isTrue();
      }
      // The JVM ends alike for this and for the SIGINT of Ctrl-C, which a build that was started in
      // the background ignores, with all that it starts.
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended by SIGTERM").isTrue();
      // 128 + 15, the number of SIGTERM.
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(out.lines()).noneMatch(line -> line.contains("\tat "));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String dump(Process process) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process dump =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
            .redirectErrorStream(true)
            .start();
    String text = new String(dump.getInputStream().readAllBytes());
    dump.waitFor();
    return text;
  }

  private static Process start(Path spec) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Spec.class.getName(),
            spec.toString())
        .redirectErrorStream(true)
        .start();
  }
}
