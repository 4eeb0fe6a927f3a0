package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.topictest.Printed;

/// `-Dspecifications=FOLDER` names the specifications, `src/test/isolation/specs` in PostgreSQL's
/// source tree; beside it is `expected`. The database has the name that they are written for.
@DisplayName("PostgreSQL's own specifications give, to the byte, the transcripts that it publishes")
class PublishedTest {

  private static final Map<String, List<String>> OPTIONS =
      Map.of(
          // It names the schema: DROP TYPE public.foo.
          "ddl-dependency-locking", List.of("--schema", "public"),
          // DELETE FROM pg_class WHERE relname = …
          "intra-grant-inplace", List.of("--catalog-writes"));

  /// Published with the date style `Postgres, MDY` of PostgreSQL's own test driver; its JDBC driver
  /// works with ISO only.
  private static final Set<String> DATES = Set.of("matview-write-skew", "receipt-report");

  /// They need a server with `max_prepared_transactions` of 3 or more.
  private static final Set<String> PREPARED =
      Set.of("prepared-transactions", "prepared-transactions-cic");

  @Test
  @DisplayName("on PostgreSQL")
  void equal() throws IOException, SQLException {
    String folder = System.getProperty("specifications");
    Engine engine = Engine.named("postgresql");
    if (folder == null || !Engines.requested().contains(engine)) {
      System.out.println(
          "PostgreSQL's published transcripts were not compared:"
              + " -Dengines=postgresql -Dspecifications=…/src/test/isolation/specs compares them");
      return;
    }
    List<Path> files = specifications(Path.of(folder));
    List<String> different = new ArrayList<>();
    List<String> left = new ArrayList<>();
    try (Connection server = Engines.shared(engine).connect()) {
      List<String> login = login(server);
      boolean prepares = Integer.parseInt(value(server, "SHOW max_prepared_transactions")) >= 3;
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".spec", "");
        if (PREPARED.contains(name) && !prepares) {
          left.add(name);
        } else {
          String transcript = transcript(file, name, login);
          List<String> published = published(file, name);
          if (!published.contains(transcript)) {
            different.add(name + firstDifference(published.getFirst(), transcript));
          }
        }
      }
    }
    System.out.printf(
        "PostgreSQL's published transcripts: %d equal, different %s, left out %s%n",
        files.size() - different.size() - left.size(), different, left);
    assertThat(files).isNotEmpty();
    assertThat(different).isEmpty();
  }

  private static List<String> login(Connection server) throws SQLException {
    try (Statement statement = server.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS isolation_regression WITH (FORCE)");
      statement.execute("CREATE DATABASE isolation_regression");
      statement.execute("DROP ROLE IF EXISTS publisher");
      statement.execute("CREATE ROLE publisher LOGIN SUPERUSER PASSWORD 's3cret'");
    }
    String url =
        server.getMetaData().getURL().replaceFirst("/[^/?]+(\\?.*)?$", "/isolation_regression");
    return List.of("--url", url, "--user", "publisher", "--password", "s3cret", "--limit", "60");
  }

  private static String value(Connection server, String sql) throws SQLException {
    try (Statement statement = server.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String firstDifference(String published, String transcript) {
    List<String> expected = published.lines().toList();
    List<String> actual = transcript.lines().toList();
    int line = 0;
    while (line < Math.min(expected.size(), actual.size())
        && expected.get(line).equals(actual.get(line))) {
      line++;
    }
    return ", line %d: '%s'"
        .formatted(line + 1, line < actual.size() ? actual.get(line) : "the end");
  }

  /// PostgreSQL's driver of tests keeps standard error and standard output in one file. A table
  /// without its row in the catalog cannot be dropped: that its schema stays is no part of it.
  private static String transcript(Path file, String name, List<String> login) {
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(login);
    arguments.addAll(OPTIONS.getOrDefault(name, List.of()));
    Printed printed = Printed.by(new Spec(), arguments.toArray(String[]::new));
    return printed
            .err()
            .lines()
            .filter(line -> !line.startsWith("isolation-levels/spec: left behind on "))
            .map(line -> line + "\n")
            .collect(Collectors.joining())
        + printed.out();
  }

  /// There may be several, `NAME.out` and `NAME_1.out`, for servers with other defaults.
  private static List<String> published(Path file, String name) throws IOException {
    Path folder = file.resolveSibling("../expected").normalize();
    List<String> texts = new ArrayList<>();
    try (Stream<Path> candidates = Files.list(folder)) {
      for (Path candidate : candidates.toList()) {
        if (candidate.getFileName().toString().matches(name + "(_\\d+)?\\.out")) {
          String text = Files.readString(candidate);
          texts.add(
              DATES.contains(name)
                  ? text.replaceAll("\\b(\\d\\d)-(\\d\\d)-(\\d{4})\\b", "$3-$1-$2")
                  : text);
        }
      }
    }
    return texts;
  }

  private static List<Path> specifications(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".spec")).sorted().toList();
    }
  }
}
