package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("A file of rules is read as PostgreSQL 18's pg_hba_file_rules reads it")
class HbaViewTest {

  private Path rules;
  private String before;

  @BeforeEach
  void names() throws IOException {
    Path data = TestServer.running().data();
    rules = data.resolve("pg_hba.conf");
    before = Files.readString(rules);
    Files.writeString(data.resolve("names"), "one, two\n# three\n\"all\"\n@more\n");
    Files.writeString(data.resolve("more"), "four \"five six\"\n");
  }

  @AfterEach
  void restore() throws IOException {
    Files.writeString(rules, before);
  }

  @Test
  @DisplayName("3,000 random lines, sound ones and broken ones")
  void random() throws IOException, SQLException {
    long seed = 18;
    RandomRules random = new RandomRules(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append(random.line()).append('\n');
    }
    List<Row> rows = assertSame("seed " + seed, text.toString());
    // Not all of one kind: else nothing would be compared.
    assertThat(rows.stream().filter(row -> row.error() == null).count()).isGreaterThan(300);
    assertThat(
            new TreeSet<>(
                rows.stream().filter(row -> row.error() != null).map(Row::error).toList()))
        .hasSizeGreaterThan(50);
  }

  /// So that a machine without the server has its answers, too: HbaRecordedTest.
  @Test
  @DisplayName("the answers that are recorded are the server's")
  void recorded() throws IOException, SQLException {
    RandomRules random = new RandomRules(600);
    StringBuilder text = new StringBuilder(String.join("\n", RandomRules.EACH_MESSAGE) + "\n");
    for (int i = 0; i < 600; i++) {
      // Git keeps no \r at the end of a line.
      text.append(random.line().replace("\r", "")).append('\n');
    }
    Path recorded = Path.of("src/test/resources/workbook/postgresqlsetup/recorded");
    Committed.assertSame(recorded.resolve("pg_hba.conf"), text.toString());
    Files.writeString(rules, text.toString());
    try (Connection connection = TestServer.running().connect()) {
      Committed.assertSame(recorded.resolve("rows.txt"), Row.lines(Row.ask(connection)));
    }
    for (String name : List.of("names", "more")) {
      Committed.assertSame(recorded.resolve(name), Files.readString(rules.resolveSibling(name)));
    }
  }

  @Test
  @DisplayName("files that it includes: one, one that may be missing, a folder, itself")
  void includes() throws IOException, SQLException {
    Path data = TestServer.running().data();
    Path folder = Files.createDirectories(data.resolve("rules.d"));
    Files.writeString(folder.resolve("b.conf"), "local b b trust\ninclude ../more.conf\n");
    Files.writeString(folder.resolve("a.conf"), "\n\nlocal a a trust\n");
    Files.writeString(folder.resolve("c.txt"), "local c c trust\n");
    Files.writeString(folder.resolve(".d.conf"), "local d d trust\n");
    Files.writeString(data.resolve("more.conf"), "local \\\nmore more trust # no line end");
    Files.writeString(data.resolve("loop.conf"), "local l l trust\ninclude loop.conf\n");
    List<Row> rows =
        assertSame(
            "includes",
            """
            local first first trust
            include more.conf
            include nofile.conf
            include_if_exists nofile.conf
            include_if_exists more.conf
            include_dir rules.d
            include_dir nofolder
            include_dir "rules.d"
            "include" "more.conf"
            include more.conf more.conf
            include
            include more.conf,loop.conf
            include loop.conf
            local last @names trust
            local last @nofile trust
            local last @loop.conf trust
            """);
    assertThat(rows).anyMatch(row -> String.valueOf(row.error()).contains("maximum nesting depth"));
  }

  @Test
  @DisplayName("the end of a file: without a line end, within a line that goes on, empty")
  void ends() throws IOException, SQLException {
    for (String text :
        List.of("", "\n", "local a a trust", "local a a \\", "local a a trust\\\n", "\\", "\r\n")) {
      assertSame("'" + text + "'", text);
    }
  }

  private List<Row> assertSame(String what, String text) throws IOException, SQLException {
    Files.writeString(rules, text);
    List<Row> server;
    try (Connection connection = TestServer.running().connect()) {
      server = Row.ask(connection);
    }
    String[] lines = text.split("\n", -1);
    List<Row> here = HbaFile.read(rules, Build.ours()).entries().stream().map(Row::of).toList();
    for (int i = 0; i < Math.min(here.size(), server.size()); i++) {
      assertThat(here.get(i))
          .as("%s, line %d: %s", what, server.get(i).line(), lines[server.get(i).line() - 1])
          .isEqualTo(server.get(i));
    }
    assertThat(here).as(what).hasSameSizeAs(server);
    return server;
  }
}
