package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Printed;

/// What comes of a lost update (P4) by the manuals. In 12 of the 20 interleavings both read before
/// either writes: 2 orders of the reads, and 4! / (2! 2!) = 6 of two writes and two commits.
///
/// - HyperSQL User Guide, Sessions and Transactions, 'Two Phase Locking': a read lock is held until
///   the end of the transaction from REPEATABLE READ on, and of the statement below; who would
///   close a circle is ended. So below, those 12 lose an update; in the other 8 the second read
///   waits for the first writer. From REPEATABLE READ on, one of two that have read is ended.
/// - Derby Developer's Guide, 'Isolation levels and concurrency': the same with locks of rows; at
///   READ UNCOMMITTED a read does not wait, and sees what is written.
/// - SQLite, 'File Locking And Concurrency': who has read has a SHARED lock, with which nobody else
///   can commit, and only one may have the RESERVED lock of a writer. 'Register A Callback To
///   Handle SQLITE_BUSY': who would wait in a circle gets SQLITE_BUSY at once. So all 18 that
///   overlap end one.
@Tag("solutions")
@DisplayName("On a database that only JDBC is known of")
@Timeout(120)
class OtherDatabasesTest {

  private static final String HSQLDB = "jdbc:hsqldb:mem:other";
  private static final String DERBY = "jdbc:derby:memory:other;create=true";
  private static final String SQLITE = "jdbc:sqlite:";

  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Path SPECS = Path.of("workbook", "isolationlevels", "specs");
  private static final Path SHAPES =
      Path.of("src", "test", "resources", "workbook", "isolationlevels", "untouched");

  @TempDir private Path folder;

  /// Here a user's connection may be the first.
  @BeforeAll
  static void logOfDerby() {
    System.setProperty("derby.stream.error.file", Path.of("target", "derby.log").toString());
  }

  private static List<String> login(String url) {
    return isHsqldb(url) ? List.of("--url", url, "--user", "SA") : List.of("--url", url);
  }

  private static boolean isHsqldb(String url) {
    return url.startsWith("jdbc:hsqldb:");
  }

  private static String[] on(String url, String... options) {
    return Stream.concat(Arrays.stream(options), login(url).stream()).toArray(String[]::new);
  }

  @Test
  @DisplayName("a step that takes too long counts as waiting, and the output says so")
  void timeline() {
    String[] arguments =
        on(HSQLDB, "lost-update", "--wait-timeout", "200", "--level", "repeatable-read");
    Printed printed = Printed.by(new Timeline(), arguments);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().lines()).allMatch(line -> line.length() <= 80);
    String gap = " ".repeat(41);
    assertThat(printed.out())
        .startsWith(
            """
            P4 lost update on HSQL Database Engine at REPEATABLE READ

            Waits are told by time: a step over 200 ms counts as one; for whom is unknown.
            """)
        .contains(
            """
            UPDATE test SET v = 10 + 1 WHERE id = 1
              : waits
              :                                      UPDATE test SET v = 10 + 1 WHERE id = 1
              :                                        ! -4861: update conflict, rolled back
              = 1 row
            COMMIT
            """)
        .endsWith("P4 lost update: prevented, one was ended with -4861\n")
        .doesNotContain(gap + "COMMIT");
  }

  @Test
  @DisplayName("which is SQLite, a transaction that must not wait is ended, and nothing is left")
  void sqlite() throws IOException {
    List<Path> before = temporary();
    Printed printed =
        Printed.by(new Timeline(), on(SQLITE, "lost-update", "--wait-timeout", "200"));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .startsWith("P4 lost update on SQLite at SERIALIZABLE\n")
        .contains("! 5: lock timeout, rolled back\n", "COMMIT\n  : waits\n", "committed: t1\n");
    assertThat(temporary()).isEqualTo(before);
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("workbook_"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0} at {1}")
  @Tag("solutions")
  @DisplayName("a lost update is what its manual says")
  @CsvSource({
    DERBY + ", read-uncommitted, 12, 0, 8",
    DERBY + ", read-committed, 12, 0, 8",
    DERBY + ", repeatable-read, 0, 12, 8",
    SQLITE + ", serializable, 0, 18, 2",
    SQLITE + "?journal_mode=WAL, serializable, 0, 18, 2"
  })
  void lostUpdate(String url, String level, int anomalous, int aborted, int serializable) {
    Printed printed =
        Printed.by(
            new Explore(), on(url, "lost-update", "--level", level, "--wait-timeout", "200"));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains(" %9d  %7d  %12d  ".formatted(anomalous, aborted, serializable));
  }

  /// The page shows this output; READ UNCOMMITTED of HSQLDB is as READ COMMITTED where all write.
  @Test
  @Tag("solutions")
  @DisplayName("a lost update is what the page shows of HSQLDB")
  void page() throws Exception {
    String jar =
        Path.of(
                org.hsqldb.jdbc.JDBCDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .toString();
    Printed printed =
        Printed.by(
            new Explore(),
            "lost-update",
            "--url",
            "jdbc:hsqldb:mem:lab",
            "--user",
            "SA",
            "--driver-jar",
            jar,
            "--wait-timeout",
            "200");
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().replace(jar, "hsqldb.jar"))
        .isEqualTo(
            Files.readString(
                Path.of("src", "test", "resources", "workbook", "isolationlevels", "hsqldb.txt")));
  }

  @Test
  @Tag("solutions")
  @DisplayName("a question is answered, and the locks that it takes are tried")
  void ask() {
    Printed printed = Printed.by(new Ask(), on(HSQLDB, "--wait-timeout", "200"));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("READ COMMITTED           12        0             8  lost update 12\n")
        .contains("  SERIALIZABLE: 12 of 20 end one with an error, to be tried again\n");
  }

  @Test
  @DisplayName("an expectation may name it, and no matrix of it is known")
  void named() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("my.spec"),
            """
            #! isolation-levels
            #! expect no anomaly at read-committed on hsqldb
            session a
            #! on hsqldb
            step r { VALUES (1) }
            """);
    Printed printed =
        Printed.by(new Explore(), on(HSQLDB, file.toString(), "--level", "read-committed"));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .endsWith("\nno anomaly at READ COMMITTED on HSQL Database Engine: holds\n");
    assertThat(Printed.by(new IsolationLevels(), on(HSQLDB)).err())
        .isEqualTo(
            "isolation-levels: no matrix of HSQL Database Engine is known; explore and timeline run one specification there\n");
  }

  @Test
  @DisplayName("nothing of the user's is touched by what takes the database for its own: HSQLDB")
  void untouchedOnHsqldb() throws Exception {
    assertUntouched("jdbc:hsqldb:mem:guarded", specifications(SHAPES), 5);
  }

  @Test
  @Tag("solutions")
  @DisplayName("nor by this topic's own, on HSQLDB and Derby")
  void untouched() throws Exception {
    List<Path> all = new ArrayList<>(specifications(SHAPES));
    all.addAll(specifications(RESOURCES.resolve(SPECS)));
    assertUntouched("jdbc:hsqldb:mem:guarded", all, 24);
    assertUntouched("jdbc:derby:memory:guarded;create=true", all, 24);
  }

  private static List<Path> specifications(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      return files.filter(file -> file.toString().endsWith(".spec")).sorted().toList();
    }
  }

  /// Tables of the names that the specifications use, with rows, triggers and foreign keys, in the
  /// schema where the user's names lead, and in another.
  private static void assertUntouched(String url, List<Path> files, int atLeast) throws Exception {
    assertThat(files).hasSizeGreaterThanOrEqualTo(atLeast);
    try (Connection user = DriverManager.getConnection(url, isHsqldb(url) ? "SA" : null, null)) {
      fill(user);
      SortedSet<String> before = everything(user);
      assertThat(before).anyMatch(line -> line.contains("TEST row 1 | 10"));
      for (Path file : files) {
        Printed printed =
            Printed.by(
                new Spec(), on(url, file.toString(), "--limit", "2", "--wait-timeout", "50"));
        assertThat(printed.status()).as("%s", printed).isIn(0, 2);
        assertThat(printed.err()).as("%s", file).doesNotContain("was lost");
        assertThat(everything(user)).as("%s: %s", file, printed).isEqualTo(before);
      }
    } finally {
      drop(url);
    }
  }

  private static void drop(String url) throws SQLException {
    if (isHsqldb(url)) {
      try (Connection last = DriverManager.getConnection(url, "SA", null)) {
        execute(last, "SHUTDOWN");
      }
    } else {
      assertThatThrownBy(() -> DriverManager.getConnection(url.replace("create", "drop")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("dropped");
    }
  }

  private static void fill(Connection user) throws SQLException {
    execute(user, "CREATE SCHEMA ELSEWHERE");
    for (String schema : List.of("", "ELSEWHERE.")) {
      for (String table : List.of("TEST", "ACCOUNT")) {
        String name = schema + table;
        execute(user, "CREATE TABLE " + name + " (id INT NOT NULL PRIMARY KEY, v INT)");
        execute(user, "INSERT INTO " + name + " VALUES (1, 10), (2, 20)");
      }
      execute(
          user,
          "CREATE TABLE %1$sKEEPS (id INT, CONSTRAINT %1$sKEPT FOREIGN KEY (id) REFERENCES %1$sTEST (id))"
              .formatted(schema));
      execute(user, "INSERT INTO %sKEEPS VALUES (1)".formatted(schema));
      execute(
          user,
          "CREATE TRIGGER %1$sWATCHED AFTER INSERT ON %1$sACCOUNT REFERENCING NEW AS N FOR EACH ROW INSERT INTO %1$sKEEPS (id) VALUES (N.id)"
              .formatted(schema));
    }
  }

  private static void execute(Connection user, String sql) throws SQLException {
    try (Statement statement = user.createStatement()) {
      statement.execute(sql);
    }
  }

  /// All tables that are no system's, whose they are; and what the catalog says of their form.
  private static SortedSet<String> everything(Connection user) throws SQLException {
    SortedSet<String> all = new TreeSet<>();
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        user.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "VIEW"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_SCHEM") + "." + tables.getString("TABLE_NAME"));
      }
    }
    for (String name : names) {
      rows(user, "SELECT * FROM " + name).forEach(row -> all.add(name + " row " + row));
    }
    List<String> catalog =
        isHsqldb(user.getMetaData().getURL())
            ? List.of("SCRIPT")
            : List.of(
                "SELECT * FROM SYS.SYSSCHEMAS",
                "SELECT * FROM SYS.SYSTABLES WHERE TABLETYPE <> 'S'",
                "SELECT REFERENCEID, COLUMNNAME, COLUMNNUMBER FROM SYS.SYSCOLUMNS WHERE REFERENCEID IN (SELECT TABLEID FROM SYS.SYSTABLES)",
                "SELECT * FROM SYS.SYSCONSTRAINTS",
                "SELECT TRIGGERID, TRIGGERNAME, STATE, EVENT FROM SYS.SYSTRIGGERS",
                "SELECT CONGLOMERATEID, CONGLOMERATENAME FROM SYS.SYSCONGLOMERATES WHERE ISINDEX");
    for (String query : catalog) {
      all.addAll(rows(user, query));
    }
    return all;
  }

  private static List<String> rows(Connection user, String query) throws SQLException {
    try (Statement statement = user.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(String.join(" | ", row));
      }
      return all;
    }
  }
}
