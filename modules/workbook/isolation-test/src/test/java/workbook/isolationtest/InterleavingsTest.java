package workbook.isolationtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.engine.Sandbox;

@DisplayName("Code in several sessions")
class InterleavingsTest {

  private Sandbox sandbox;

  static Stream<Engine> engines() {
    return Engines.requested().stream();
  }

  static Stream<Engine> enginesButH2() {
    return engines().filter(engine -> !engine.name().equals("h2"));
  }

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private Interleavings on(Engine engine, Level level) throws SQLException {
    sandbox = Engines.shared(engine).sandbox();
    try (Statement statement = sandbox.control().createStatement()) {
      statement.execute("CREATE TABLE account (id INT PRIMARY KEY, balance INT)");
    }
    return new Interleavings(Optional.of(level))
        .on(sandbox::session)
        .setUp("DELETE FROM account", "INSERT INTO account VALUES (1, 100), (2, 100)");
  }

  private static int balance(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setInt(1, 1);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt("balance");
      }
    }
  }

  /// Reads, and writes what it has computed.
  private static Work withdraw(String lock) {
    return connection -> {
      int balance = balance(connection, "SELECT balance FROM account WHERE id = ?" + lock);
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE account SET balance = ? WHERE id = ?")) {
        update.setInt(1, balance - 80);
        update.setInt(2, 1);
        return update.executeUpdate();
      }
    };
  }

  /// Read, write and commit, twice: 6! / (3! 3!) = 20 orders. In 12 of them both write before
  /// either commits; the second writer waits for the first to commit, so that the two orders of
  /// their commits are one, and 20 - 6 = 14 interleavings are left. 2 are serial; in the other 12
  /// an update is lost.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("loses updates at READ COMMITTED, and the message shows one in lanes")
  void lostUpdate(Engine engine) throws Exception {
    Interleavings race =
        on(engine, Level.READ_COMMITTED)
            .transaction("alice", withdraw(""))
            .transaction("bob", withdraw(""));
    Exploration exploration = race.explore();
    assertThat(exploration.total()).isEqualTo(14);
    assertThat(exploration.anomalies()).hasSize(12);
    assertThat(exploration.anomalies().getFirst().switches()).isEqualTo(2);
    assertThat(exploration.anomalies())
        .anyMatch(each -> each.story().contains("  : waits for bob"));
    String gap = " ".repeat(51);
    assertThatThrownBy(race::assertSerializable)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("READ COMMITTED: 12 of 14 interleavings are not serializable.")
        .hasMessageContaining(
            """
            alice                                              bob
            -------------------------------------------------  -------------------------------------------------
            SELECT balance FROM account WHERE id = 1
              = 100
            %1$sSELECT balance FROM account WHERE id = 1
            %1$s  = 100
            %1$sUPDATE account SET balance = 20 WHERE id = 1
            %1$s  = 1 row
            %1$sCOMMIT
            UPDATE account SET balance = 20 WHERE id = 1
              = 1 row
            COMMIT

            this run
              alice returned 1; bob returned 1
              left account (1, 20) (2, 100)
            serial order alice, bob
              alice returned 1; bob returned 1
              left account (1, -60) (2, 100)
            """
                .formatted(gap));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("is serializable with FOR UPDATE, and says who waited for whom")
  void lock(Engine engine) throws Exception {
    Interleavings race =
        on(engine, Level.READ_COMMITTED)
            .transaction("alice", withdraw(" FOR UPDATE"))
            .transaction("bob", withdraw(" FOR UPDATE"));
    race.assertSerializable();
    assertThat(race.explore().aborted()).isZero();
    assertThatThrownBy(() -> race.assertAlways("no balance is negative", InterleavingsTest::rich))
        .hasMessageContaining("end so that this does not hold: no balance is negative")
        .hasMessageContaining("  left account (1, -60) (2, 100)\ndoes not hold: no balance");
  }

  private static boolean rich(Connection connection) throws SQLException {
    return balance(connection, "SELECT balance FROM account WHERE id = ?") >= 0;
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("is not tested where a session always throws")
  void alwaysThrows(Engine engine) throws Exception {
    Interleavings sessions =
        on(engine, Level.READ_COMMITTED)
            .transaction("alice", withdraw(""))
            .transaction("bob", "UPDATE misspelt SET balance = 1");
    assertThatThrownBy(sessions::assertSerializable)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "bob threw SQLState 42\\w{3} in every serial order, so that nothing of it was tested; where that is its answer, return it");
  }

  /// A DELETE does not put back the next key.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("gives no verdict where a serial order does not come to the same twice")
  void unsteady(Engine engine) throws Exception {
    Interleavings sessions =
        on(engine, Level.READ_COMMITTED)
            .setUp("DELETE FROM log")
            .transaction("alice", "INSERT INTO log (v) VALUES (1)")
            .transaction("bob", "INSERT INTO log (v) VALUES (2)");
    String key =
        engine.name().startsWith("m") ? "AUTO_INCREMENT" : "GENERATED BY DEFAULT AS IDENTITY";
    try (Statement statement = sandbox.control().createStatement()) {
      statement.execute("CREATE TABLE log (id INT " + key + " PRIMARY KEY, v INT)");
    }
    assertThatThrownBy(sessions::assertSerializable)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "no verdict: the serial order alice, bob was run twice, and table log held (1, 1) (2, 2) and then ");
    sessions.assertAlways("there are two", InterleavingsTest::hasTwo);
  }

  private static boolean hasTwo(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM log")) {
      return rows.next() && rows.getInt(1) == 2;
    }
  }

  /// Two rows in two orders: a circle, where the second of each comes before the first has
  /// committed. The database ends one, which counts as not run. H2 does not always end the same
  /// one, and then the interleavings cannot be gone through.
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("enginesButH2")
  @DisplayName("may end in a deadlock, which harms nobody")
  void deadlock(Engine engine) throws Exception {
    String add = "UPDATE account SET balance = balance + 1 WHERE id = ";
    Exploration exploration =
        on(engine, Level.READ_COMMITTED)
            .transaction("up", add + 1, add + 2)
            .transaction("down", add + 2, add + 1)
            .explore();
    assertThat(exploration.anomalies()).isEmpty();
    assertThat(exploration.aborted()).isPositive();
  }

  /// Three sessions of one statement have 6 serial orders, which are run first. In the first
  /// interleaving the first session goes on first, and has ended. The second one begins with the
  /// same choice, and now it has not ended.
  @Test
  @DisplayName("stops where a run is not as the one before, and says which sessions could go on")
  void divergence() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Work reads = connection -> balance(connection, "SELECT balance FROM account WHERE id = ?");
    Work grows =
        connection -> runs.incrementAndGet() < 8 ? reads.in(connection) : twice(reads, connection);
    Interleavings sessions =
        on(Engine.named("h2"), Level.READ_COMMITTED)
            .session("grows", grows)
            .session("one", reads)
            .session("two", reads);
    assertThatThrownBy(sessions::explore)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "after grows, these could go on before: one, two; and now: grows, one, two. What a session does must depend on the database alone");
  }

  private static Object twice(Work work, Connection connection) throws Exception {
    work.in(connection);
    return work.in(connection);
  }

  /// G2-item of Hermitage: it occurs below SERIALIZABLE everywhere; at SERIALIZABLE on H2 alone.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("shows write skew below SERIALIZABLE, and what the level is worth")
  void writeSkew(Engine engine) throws Exception {
    for (Level level : List.of(Level.REPEATABLE_READ, Level.SERIALIZABLE)) {
      Exploration exploration =
          on(engine, level)
              .transaction("one", c -> take(c, 1))
              .transaction("two", c -> take(c, 2))
              .explore();
      sandbox.close();
      boolean occurs = level == Level.REPEATABLE_READ || engine.name().equals("h2");
      assertThat(!exploration.anomalies().isEmpty()).as("%s", level).isEqualTo(occurs);
    }
  }

  /// Takes 150 from one account if both together hold 200.
  private static Object take(Connection connection, int id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet sum = statement.executeQuery("SELECT SUM(balance) FROM account");
      sum.next();
      return sum.getInt(1) < 200
          ? "refused"
          : statement.executeUpdate("UPDATE account SET balance = balance - 150 WHERE id = " + id);
    }
  }

  @Test
  @DisplayName("gets its data source, closes its connection, and ends its own transactions")
  void service() throws Exception {
    Interleavings.ServiceWork work =
        source -> {
          try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            int balance = balance(connection, "SELECT balance FROM account WHERE id = ?");
            connection.commit();
            return balance;
          }
        };
    Exploration exploration =
        on(Engine.named("h2"), Level.READ_COMMITTED)
            .service("one", work)
            .service("two", work)
            .explore();
    // Read and commit, twice: 4! / (2! 2!) = 6.
    assertThat(exploration).isEqualTo(new Exploration(6, 0, List.of()));
  }

  @Test
  @DisplayName("fails the test if its own assertion fails, with the timeline")
  void assertion() throws Exception {
    assertThatThrownBy(() ->
            on(Engine.named("h2"), Level.READ_COMMITTED)
                .session(
                    "one",
                    c -> {
                      assertThat(balance(c, "SELECT balance FROM account WHERE id = ?"))
                          .isEqualTo(7);
                      return null;
                    })
                .session("two", _ -> null)
                .explore())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("one failed:")
        .hasMessageContaining("  = 100")
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("refuses what it cannot run")
  void refused() throws Exception {
    Interleavings one = on(Engine.named("h2"), Level.READ_COMMITTED).session("one", _ -> null);
    assertThatThrownBy(() -> one.session("one", _ -> null)).hasMessageContaining("'one'");
    assertThatThrownBy(() -> new Interleavings(Optional.empty()).session("a", _ -> null).explore())
        .hasMessageStartingWith("on(…) is missing");
  }

  /// The second waits in Java for what the first would do only later.
  @Test
  @Tag("solutions")
  @DisplayName("is given up if nothing happens, and nothing of it goes on")
  void stuck() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(() ->
            on(Engine.named("h2"), Level.READ_COMMITTED)
                .limit(Duration.ofSeconds(1))
                .transaction("one", withdraw(""))
                .session(
                    "two",
                    _ -> {
                      never.await();
                      return null;
                    })
                .explore())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("nothing happens for 1 s; one has its turn later, two is at work:");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("session one", "session two");
  }

  @Test
  @DisplayName("is refused beyond a bound, or alone")
  void bounds() throws Exception {
    assertThatThrownBy(() ->
            on(Engine.named("h2"), Level.READ_COMMITTED)
                .atMost(13)
                .transaction("alice", withdraw(""))
                .transaction("bob", withdraw(""))
                .explore())
        .hasMessage("there are more than 13 interleavings: atMost(…) sets how many are run");
    assertThatThrownBy(
            () -> on(Engine.named("h2"), Level.READ_COMMITTED).session("one", _ -> null).explore())
        .hasMessageStartingWith("one session is alone");
  }

  /// HSQLDB's view of waiting sessions is not known here. Its MVCC lets the second writer wait.
  @Test
  @Tag("solutions")
  @DisplayName("goes by time where it is not known how to ask, if it is told to")
  void byTime() throws Exception {
    String url = "jdbc:hsqldb:mem:isolationtest";
    org.hsqldb.jdbc.JDBCDataSource source = new org.hsqldb.jdbc.JDBCDataSource();
    source.setURL(url);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET DATABASE TRANSACTION CONTROL MVCC");
      statement.execute("CREATE TABLE account (id INT PRIMARY KEY, balance INT)");
    }
    String add = "UPDATE account SET balance = balance + 1 WHERE id = 1";
    Interleavings race =
        new Interleavings(Optional.of(Level.READ_COMMITTED))
            .on(source)
            .setUp("DELETE FROM account", "INSERT INTO account VALUES (1, 100)")
            .transaction("one", add)
            .transaction("two", add);
    assertThatThrownBy(race::explore)
        .hasMessageStartingWith("how to ask HSQL Database Engine who waits for whom is not known");
    // Write and commit, twice: 6 orders. Where both write first, the second waits, and the two
    // orders
    // of the commits are one.
    assertThat(race.blockedAfter(Duration.ofMillis(200)).explore())
        .isEqualTo(new Exploration(4, 0, List.of()));
  }
}
