package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// The question of this topic: what does it take from an archive to the first query?
@Command(
    name = "postgresql-setup",
    description = "Unpacks PostgreSQL, makes a data folder, starts a server, asks it and stops it.")
public final class PostgresqlSetup implements Example {

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description = "What to ask, instead of who and where we are.")
  private String query =
      "select current_user, system_user, current_setting('server_version') as version";

  static void main(String[] args) {
    Example.main(new PostgresqlSetup(), args);
  }

  @Override
  public int run(PrintStream out) {
    try (Workplace workplace = Workplace.open()) {
      Cluster cluster = Cluster.in(workplace);
      Shown shown = new Shown(out, workplace, cluster);
      shown.line("unpacked: %s", names(workplace.folder().resolve("bin")));
      cluster.prepare();
      String made = shown.run(cluster.initdb());
      made.lines()
          .filter(line -> line.startsWith("performing post-bootstrap"))
          .forEach(shown::line);
      shown.line("data: %s, %s …", version(cluster.data()), names(cluster.data()));
      shown.run(cluster.start());
      cluster.logLines().stream()
          .filter(line -> line.contains("listening on IPv4") || line.contains("ready to accept"))
          .forEach(line -> shown.line("log: %s", Diagnosis.message(line)));
      out.println(
          shown.masked(
              "jdbc:postgresql://127.0.0.1:%d/postgres> %s".formatted(cluster.port(), query)));
      ask(cluster).forEach(shown::line);
      shown.run(cluster.stop());
      shown.line("log: %s", Diagnosis.message(cluster.logLines().getLast()));
      return 0;
    } catch (SQLException e) {
      throw new Refusal(e.getMessage().lines().findFirst().orElse("the query failed"), e);
    }
  }

  private List<String> ask(Cluster cluster) throws SQLException {
    try (Connection connection = cluster.connect();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(query)) {
        return List.of("rows changed: %d".formatted(Math.max(0, statement.getUpdateCount())));
      }
      try (ResultSet result = statement.getResultSet()) {
        return Rows.of(result);
      }
    }
  }

  private static String version(Path data) {
    try {
      return "PG_VERSION " + Files.readString(data.resolve("PG_VERSION")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first names in a folder.
  private static String names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name ->
              List.of(
                      "initdb",
                      "pg_ctl",
                      "postgres",
                      "base",
                      "global",
                      "pg_hba.conf",
                      "pg_wal",
                      "postgresql.conf")
                  .contains(name))
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
