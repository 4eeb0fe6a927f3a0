package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("Any other database, through JDBC alone")
@Timeout(60)
class JdbcTest {

  private static final String HSQLDB = "jdbc:hsqldb:mem:others";
  private static final String DERBY = "jdbc:derby:memory:others;create=true";

  private static Server at(String url) {
    return Server.at(Jdbc.of(url, Duration.ofMillis(200)), url, user(url), "");
  }

  private static String user(String url) {
    return url.startsWith("jdbc:hsqldb:") ? "SA" : "";
  }

  /// HyperSQL User Guide, Sessions and Transactions: the four levels of the standard, READ
  /// COMMITTED is the default. SQLite, Isolation In SQLite: SERIALIZABLE, as long as no cache is
  /// shared.
  @Test
  @DisplayName("is asked what it is called, and which levels it has")
  void facts() {
    Engine hsqldb = at(HSQLDB).engine();
    assertThat(hsqldb.title()).isEqualTo("HSQL Database Engine");
    assertThat(hsqldb.levels())
        .containsExactly(
            Level.READ_UNCOMMITTED,
            Level.READ_COMMITTED,
            Level.REPEATABLE_READ,
            Level.SERIALIZABLE);
    assertThat(hsqldb.defaultLevel()).isEqualTo(Level.READ_COMMITTED);
    Engine sqlite = at("jdbc:sqlite:").engine();
    assertThat(sqlite.levels()).containsExactly(Level.SERIALIZABLE);
    assertThat(sqlite.defaultLevel()).isEqualTo(Level.SERIALIZABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {HSQLDB, "jdbc:sqlite:", "jdbc:sqlite:?journal_mode=WAL"})
  @DisplayName("gets a place of its own, which is cleared, and gone in the end")
  void place(String url) throws SQLException {
    assertRemoved(url);
  }

  /// It drops a schema only when it is empty, and no table that a foreign key refers to.
  @Test
  @Tag("solutions")
  @DisplayName("gets one on Derby as well")
  void derby() throws SQLException {
    assertRemoved(DERBY);
    assertThat(Path.of("derby.log")).doesNotExist();
  }

  private static void assertRemoved(String url) throws SQLException {
    Server server = at(url);
    // A database in memory is there as long as one connection is.
    try (Connection _ = server.connect()) {
      Sandbox sandbox = server.sandbox();
      assertThat(server.left()).as("one, at work").hasSize(1);
      fill(sandbox);
      sandbox.clear();
      fill(sandbox);
      Connection session = sandbox.session();
      assertThat(server.engine().transacts(session, "begin work")).isTrue();
      Sql.execute(session, "INSERT INTO child VALUES (2, 1)");
      sandbox.close();
      assertThat(session.isClosed()).isTrue();
      assertThat(server.left()).isEmpty();
    }
  }

  private static void fill(Sandbox sandbox) throws SQLException {
    for (String sql :
        List.of(
            "CREATE TABLE parent (id INT NOT NULL PRIMARY KEY)",
            "CREATE TABLE a_child (id INT NOT NULL PRIMARY KEY, CONSTRAINT a FOREIGN KEY (id) REFERENCES parent (id))",
            "CREATE TABLE child (id INT NOT NULL PRIMARY KEY, parent INT, CONSTRAINT b FOREIGN KEY (parent) REFERENCES parent (id))",
            "CREATE VIEW seen AS SELECT id FROM parent",
            "INSERT INTO parent VALUES (1)")) {
      Sql.execute(sandbox.control(), sql);
    }
  }

  /// The database's own BEGIN IMMEDIATE of SQLite is none that JDBC ends.
  @Test
  @DisplayName("begins and ends transactions by JDBC")
  void transactions() throws SQLException {
    try (Sandbox sandbox = at(HSQLDB).sandbox()) {
      Engine engine = sandbox.engine();
      Connection session = sandbox.session();
      Sql.execute(session, "CREATE TABLE t (id INT PRIMARY KEY)");
      assertThat(engine.transacts(session, "COMMIT")).isFalse();
      assertThat(engine.transacts(session, "START TRANSACTION")).isTrue();
      Sql.execute(session, "INSERT INTO t VALUES (1)");
      assertThat(engine.transacts(session, "ROLLBACK TO SAVEPOINT x")).isFalse();
      assertThat(engine.transacts(session, "ROLLBACK")).isTrue();
      assertThat(engine.transacts(session, "BEGIN")).isTrue();
      Sql.execute(session, "INSERT INTO t VALUES (2)");
      assertThat(engine.transacts(session, "COMMIT WORK")).isTrue();
      assertThat(session.getAutoCommit()).isTrue();
      assertThat(Sql.number(sandbox.control(), "SELECT sum(id) FROM t")).isEqualTo(2);
    }
  }

  /// HSQLDB holds a session's own lock while it waits, so that closing it would wait, too.
  @Test
  @DisplayName("ends a session that waits for another")
  void waiting() throws Exception {
    Server server = at(HSQLDB);
    try (Connection _ = server.connect()) {
      Sandbox sandbox = server.sandbox();
      Sql.execute(sandbox.control(), "CREATE TABLE t (id INT PRIMARY KEY, v INT)");
      Sql.execute(sandbox.control(), "INSERT INTO t VALUES (1, 10)");
      Connection waiter = sandbox.session();
      Connection holder = sandbox.session();
      sandbox.engine().transacts(holder, "BEGIN");
      Sql.execute(holder, "UPDATE t SET v = 11");
      Thread waiting =
          Thread.ofPlatform()
              .daemon()
              .start(() ->
                  catchThrowableOfType(
                      SQLException.class, () -> Sql.execute(waiter, "UPDATE t SET v = 12")));
      while (waiting.getState() != Thread.State.WAITING) {
        assertThat(waiting.isAlive()).isTrue();
      }
      long began = System.nanoTime();
      sandbox.close();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(server.left()).isEmpty();
      // It had its turn, or found its connection closed.
      assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET SCHEMA PUBLIC",
        "set schema 'PUBLIC'",
        "SET CURRENT SCHEMA = APP",
        "SET CURRENT SQLID APP",
        "ALTER SESSION SET CURRENT_SCHEMA = scott",
        "SET INITIAL SCHEMA PUBLIC",
        "SET DATABASE DEFAULT INITIAL SCHEMA PUBLIC",
        "SET search_path = public",
        "USE other",
        "ATTACH 'shop.db' AS shop",
        "/* now */ attach database 'shop.db' AS shop"
      })
  @DisplayName("is not sent what would lead names out of that place")
  void exits(String sql) {
    assertThat(Exits.jdbc(sql, "box")).isPresent();
    assertThat(Exits.jdbc("SELECT attach FROM t", "box")).isEmpty();
  }

  @Test
  @Tag("solutions")
  @DisplayName("is sent nothing at all when names lead elsewhere, however that has come")
  void astray() throws SQLException {
    Server server = at(HSQLDB);
    try (Connection user = server.connect();
        Sandbox sandbox = server.sandbox()) {
      Sql.execute(user, "CREATE TABLE PUBLIC.test (id INT)");
      Sql.execute(user, "INSERT INTO PUBLIC.test VALUES (1)");
      Connection session = sandbox.session();
      session.unwrap(Connection.class).setSchema("PUBLIC");
      assertThatThrownBy(() -> Sql.execute(session, "DELETE FROM test"))
          .isInstanceOf(SQLException.class)
          .hasMessageStartingWith("'DELETE FROM test' is refused: it would reach tables outside");
      assertThat(Sql.number(user, "SELECT count(*) FROM PUBLIC.test")).isOne();
      Sql.execute(user, "DROP TABLE PUBLIC.test");
    }
  }

  /// H2 looks for names along a path, as PostgreSQL does, and this class does not know H2.
  @Test
  @DisplayName("is refused if a name that the place lacks would mean a table of the user's")
  void reachable() throws SQLException {
    String url = "jdbc:h2:mem:reachable;SCHEMA_SEARCH_PATH=PUBLIC";
    try (Connection user = DriverManager.getConnection(url)) {
      Sql.execute(user, "CREATE TABLE test (id INT)");
      assertThatThrownBy(() -> at(url).sandbox().close())
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "H2: the unqualified name TEST leads from a schema of its own to a table of the schema PUBLIC; nothing is run beside tables of yours");
      assertThat(at(url).left()).isEmpty();
      Sql.execute(user, "DROP TABLE test");
    }
  }

  @Test
  @DisplayName("is refused if it has no schemas, and SQLite opens no file of the user's")
  void files(@TempDir Path folder) throws IOException, SQLException {
    Path shop = folder.resolve("shop.db");
    try (Connection user = DriverManager.getConnection("jdbc:sqlite:" + shop)) {
      Sql.execute(user, "CREATE TABLE test (id INT)");
      assertThatThrownBy(() -> new Jdbc("jdbc:sqlite:", Duration.ofMillis(1), null).asFound(user))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("SQLite has no schemas that would keep tables apart");
    }
    byte[] before = Files.readAllBytes(shop);
    for (Path file : List.of(shop, folder.resolve("mistyped.db"))) {
      assertThatThrownBy(() -> at("jdbc:sqlite:" + file))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(file + " may hold some of yours; --url jdbc:sqlite: works in");
    }
    assertThat(folder.toFile().list()).containsExactly("shop.db");
    assertThat(Files.readAllBytes(shop)).isEqualTo(before);
  }

  @Test
  @Tag("solutions")
  @DisplayName("of a file of HSQLDB's that is not there creates none, and leaves one as it was")
  void hsqldbFile(@TempDir Path folder) throws SQLException {
    String url = "jdbc:hsqldb:file:" + folder.resolve("shop");
    assertThatThrownBy(() -> at(url)).isInstanceOf(EngineException.class);
    assertThat(folder.toFile().listFiles()).isEqualTo(new File[0]);
    try (Connection user = DriverManager.getConnection(url + ";shutdown=true", "SA", "")) {
      Sql.execute(user, "CREATE TABLE test (id INT)");
    }
    try (Sandbox sandbox = at(url).sandbox()) {
      fill(sandbox);
    }
    assertThat(at(url).left()).isEmpty();
    // shop.lck is there while somebody has it open, shop.log while a change is in no other file.
    assertThat(folder.toFile().list()).doesNotContain("shop.lck", "shop.log");
  }

  /// HyperSQL and Derby, SQLSTATE: 40001 for the victim of a deadlock, on Derby with a message that
  /// says so; Derby Reference Manual, 40XL1 and 40XL2 for a lock timeout. SQLite has numbers of its
  /// own (Result and Error Codes): 5 BUSY, 517 BUSY_SNAPSHOT, 6 LOCKED, 1555 and 2067 for keys.
  @ParameterizedTest
  @CsvSource({
    "jdbc:derby:x, 40001, 30000, A lock could not be obtained due to a deadlock, DEADLOCK",
    "jdbc:derby:x, 40XL1, 30000, A lock could not be obtained, LOCK_TIMEOUT",
    "jdbc:hsqldb:x, 40001, -4861, transaction rollback: serialization failure, UPDATE_CONFLICT",
    "jdbc:hsqldb:x, 23505, -104, unique constraint, DUPLICATE_KEY",
    "jdbc:hsqldb:x, 08003, -1303, closed, CONNECTION_LOST",
    "jdbc:hsqldb:x, 42501, -5501, not found, OTHER",
    "jdbc:sqlite:, , 5, [SQLITE_BUSY] The database file is locked, LOCK_TIMEOUT",
    "jdbc:sqlite:, , 5, [SQLITE_BUSY_SNAPSHOT] Another database connection, UPDATE_CONFLICT",
    "jdbc:sqlite:, , 6, [SQLITE_LOCKED] A table is locked, LOCK_TIMEOUT",
    "jdbc:sqlite:, , 19, [SQLITE_CONSTRAINT_PRIMARYKEY] A PRIMARY KEY, DUPLICATE_KEY",
    "jdbc:sqlite:, , 19, [SQLITE_CONSTRAINT_CHECK] A CHECK, OTHER",
    "jdbc:sqlite:, , 1, [SQLITE_ERROR] no such table, OTHER"
  })
  @DisplayName("says by SQLState why a statement failed; SQLite by numbers")
  void classify(String url, String state, int code, String message, Failure expected) {
    Engine engine = Jdbc.of(url, Duration.ofMillis(1));
    assertThat(engine.classify(new SQLException(message, state, code))).isEqualTo(expected);
  }

  @Test
  @DisplayName("comes with options that are refused in a line where they do not fit")
  void options() throws URISyntaxException {
    assertThatThrownBy(() -> start("--url", "jdbc:h2:mem:x", "--wait-timeout", "5"))
        .hasMessage(
            "--wait-timeout is for databases that cannot be asked who waits, and H2 is asked");
    assertThatThrownBy(() -> start("--url", HSQLDB, "--wait-timeout", "0"))
        .hasMessage("--wait-timeout must be a whole number from 1 to 60000, and was '0'");
    assertThatThrownBy(() -> start("--wait-timeout", "5"))
        .hasMessage("--driver-jar and --wait-timeout need --url");
    assertThatThrownBy(() -> start("--url", HSQLDB, "--schema", "x"))
        .hasMessage("--schema is for H2, MySQL, MariaDB and PostgreSQL");
    assertThatThrownBy(() -> start("--url", "jdbc:none:x"))
        .hasMessage(
            "jdbc:none:x: there is no driver for jdbc:none: here; --driver-jar FILE names its jar");
    assertThatThrownBy(() -> start("--url", "hsqldb:mem:x"))
        .hasMessage("'hsqldb…' is no JDBC URL: it must begin like jdbc:postgresql:");
    assertThatThrownBy(() -> start("--url", HSQLDB, "--driver-jar", jar("org.h2.Driver")))
        .hasMessage(
            "--driver-jar: no driver in %s accepts %s".formatted(jar("org.h2.Driver"), HSQLDB));
    assertThatThrownBy(() ->
            start(
                "--url", DERBY, "--driver-jar", jar("org.apache.derby.iapi.jdbc.AutoloadedDriver")))
        .hasMessageContaining("is missing); --driver-jar takes several jars with commas");
  }

  @Test
  @Tag("solutions")
  @DisplayName("takes its driver from a jar, and is told so in the options that lead there again")
  void driverJar() throws URISyntaxException {
    String jar = jar("org.hsqldb.jdbc.JDBCDriver");
    List<Server> servers =
        start(
            "--url",
            "jdbc:hsqldb:mem:jar",
            "--user",
            "SA",
            "--driver-jar",
            jar,
            "--wait-timeout",
            "7");
    assertThat(servers.getFirst().arguments())
        .isEqualTo(
            "--url 'jdbc:hsqldb:mem:jar' --user SA --driver-jar %s --wait-timeout 7"
                .formatted(jar));
    assertThat(servers.getFirst().engine().waitTimeout()).contains(Duration.ofMillis(7));
  }

  private static String jar(String type) throws URISyntaxException {
    try {
      return Path.of(
              Class.forName(type, false, JdbcTest.class.getClassLoader())
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI())
          .toString();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Server> start(String... arguments) {
    return CommandLine.populateCommand(new EngineOptions(), arguments).start();
  }
}
