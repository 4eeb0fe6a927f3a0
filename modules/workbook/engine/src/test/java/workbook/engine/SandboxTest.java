package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A sandbox")
class SandboxTest {

  static List<Engine> engines() {
    return Engines.requested();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("takes another name where one is taken, and leaves what has it as it is")
  void taken(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    String taken = Names.random();
    String free = Names.random();
    assertThat(taken).matches(Names.PATTERN).isNotEqualTo(free);
    try (Connection user = server.connect()) {
      engine.create(user, taken);
      Sql.execute(user, "CREATE TABLE " + taken + ".kept (id INT)");
      Iterator<String> names = List.of(taken, taken, free).iterator();
      try (Sandbox sandbox = new Sandbox(server, names::next)) {
        Sql.execute(sandbox.control(), "CREATE TABLE t (id INT)");
        assertThat(Sql.number(user, "SELECT count(*) FROM " + free + ".t")).isZero();
      }
      EngineException refused =
          catchThrowableOfType(
              EngineException.class, () -> new Sandbox(server, () -> taken).close());
      assertThat(refused.getMessage()).contains("may not create a schema").doesNotContain("\n");
      assertThat(Sql.number(user, "SELECT count(*) FROM " + taken + ".kept")).isZero();
      engine.drop(user, taken);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("is removed though its control connection is in a transaction that failed, or lost")
  void control(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    String failed = Names.random();
    try (Sandbox sandbox = new Sandbox(server, () -> failed)) {
      Sql.execute(sandbox.control(), "BEGIN");
      assertThatThrownBy(() -> Sql.execute(sandbox.control(), "SELECT nothing"))
          .isInstanceOf(SQLException.class);
    }
    String lost = Names.random();
    try (Sandbox sandbox = new Sandbox(server, () -> lost);
        Connection other = server.connect()) {
      sandbox.session();
      engine.end(other, engine.sessionId(sandbox.control()));
    }
    try (Connection user = server.connect()) {
      assertThat(count(user, failed) + count(user, lost)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName(
      "is gone when it has been closed, by a thread that is interrupted, too, and stays so")
  void interrupted(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    String name = Names.random();
    Sandbox sandbox = new Sandbox(server, () -> name);
    Thread.currentThread().interrupt();
    sandbox.close();
    assertThat(Thread.interrupted()).isTrue();
    try (Connection user = server.connect()) {
      assertThat(count(user, name)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("is listed as left behind when no session uses it, and nothing else ever is")
  void left(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    String ours = Names.random();
    String alike = "workbook_of_the_user";
    String unmarked = Names.random();
    try (Connection user = server.connect()) {
      try (Connection run = server.connectIn(List.of(ours))) {
        engine.create(run, ours);
        engine.use(run, ours);
        assertThat(server.left()).as("while it is used").doesNotContain(ours);
      }
      Sql.execute(user, "CREATE SCHEMA " + alike);
      Sql.execute(user, "CREATE SCHEMA " + unmarked);
      String asItIsWritten = engine.name().equals("h2") ? ours.toUpperCase(Locale.ROOT) : ours;
      // A server that runs already may hold others of its own.
      boolean marks = !engine.name().equals("mysql");
      awaitLeft(server, asItIsWritten);
      assertThat(server.left()).doesNotContain(alike, alike.toUpperCase(Locale.ROOT));
      if (marks) {
        assertThat(server.left()).doesNotContain(unmarked, unmarked.toUpperCase(Locale.ROOT));
        assertThatThrownBy(() -> server.removeLeft(unmarked))
            .hasMessage(unmarked + " is none of what was left behind");
      }
      assertThatThrownBy(() -> server.removeLeft(alike))
          .hasMessage(alike + " is none of what was left behind");
      server.removeLeft(asItIsWritten);
      assertThat(server.left()).doesNotContain(asItIsWritten);
      assertThat(count(user, ours)).isZero();
      assertThat(count(user, alike)).isOne();
      engine.drop(user, alike);
      engine.drop(user, unmarked);
    }
  }

  /// The server notices a little later that a session has ended.
  private static void awaitLeft(Server server, String place) {
    for (int i = 0; i < 1000 && !server.left().contains(place); i++) {
      Thread.onSpinWait();
    }
    assertThat(server.left()).contains(place);
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("works in an existing schema if it is empty, and leaves it there, empty")
  void existing(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    String name = "given_" + Names.random();
    try (Connection user = server.connect()) {
      Sql.execute(user, "CREATE SCHEMA " + name);
      Server there = server.placed(new Placing(Optional.of(name), List.of(), false));
      try (Sandbox sandbox = there.sandbox()) {
        Connection control = sandbox.control();
        assertThatThrownBy(() -> there.sandbox().close())
            .hasMessageStartingWith("--schema: another run works in ");
        Sql.execute(control, "CREATE TABLE parent (id INT PRIMARY KEY)");
        Sql.execute(
            control,
            "CREATE TABLE child (id INT, CONSTRAINT parents FOREIGN KEY (id) REFERENCES parent (id))");
        Sql.execute(control, "CREATE VIEW seen AS SELECT id FROM parent");
        if (engine.name().equals("postgresql")) {
          Sql.execute(control, "CREATE TYPE mood AS ENUM ('sad')");
          Sql.execute(control, "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
          Sql.execute(control, "CREATE TABLE parts (id serial) PARTITION BY RANGE (id)");
          Sql.execute(control, "CREATE STATISTICS s ON id, (id + 1) FROM parent");
        } else if (engine.name().equals("h2")) {
          Sql.execute(control, "CREATE SEQUENCE numbers");
          Sql.execute(control, "CREATE DOMAIN mood AS INT");
          Sql.execute(control, "CREATE CONSTANT one VALUE 1");
          Sql.execute(control, "CREATE ALIAS now_too FOR 'java.lang.System.currentTimeMillis'");
        } else {
          Sql.execute(control, "CREATE PROCEDURE p() SELECT 1");
        }
        Sql.execute(user, "SELECT * FROM " + name + ".child");
        assertThatThrownBy(() -> there.sandbox().close())
            .hasMessageContaining("is not empty, and what is in it would be removed");
      }
      assertThat(count(user, name)).isOne();
      there.sandbox().close();
      Server nowhere = server.placed(new Placing(Optional.of("no_such_schema"), List.of(), false));
      assertThatThrownBy(() -> nowhere.sandbox().close())
          .hasMessageStartingWith("--schema: there is no schema ");
      engine.drop(user, name);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("lets no session out, by whatever method of JDBC")
  void guarded(Engine engine) throws SQLException {
    String exit =
        switch (engine.name()) {
          case "postgresql" -> "SET search_path = public";
          case "h2" -> "SET SCHEMA PUBLIC";
          default -> "USE mysql";
        };
    try (Sandbox sandbox = Engines.shared(engine).sandbox();
        Connection session = sandbox.session()) {
      assertRefused(() -> Sql.execute(session, exit));
      assertRefused(() -> Sql.execute(sandbox.control(), exit));
      assertRefused(() -> session.prepareStatement(exit).execute());
      assertRefused(() -> session.createStatement().addBatch(exit));
      assertRefused(
          () -> session.createStatement().getConnection().createStatement().execute(exit));
      assertRefused(() -> session.setSchema("public"));
      assertRefused(() -> session.setCatalog("mysql"));
      assertThatThrownBy(() -> sandbox.check("step a", exit))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("step a: '" + exit + "' is refused: ");
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("shows a text of the server's without its random name")
  void shown(Engine engine) throws SQLException {
    try (Sandbox sandbox = Engines.shared(engine).sandbox();
        Connection session = sandbox.session()) {
      String first = message(sandbox, session);
      assertThat(first).doesNotContainIgnoringCase("workbook_").containsIgnoringCase("absent");
    }
  }

  private static String message(Sandbox sandbox, Connection session) {
    SQLException absent =
        catchThrowableOfType(
            SQLException.class,
            () -> Sql.execute(session, "SELECT * FROM " + sandbox.place() + ".absent"));
    assertThat(absent.getMessage()).containsIgnoringCase("workbook_");
    return sandbox.shown(absent.getMessage());
  }

  private interface Action {
    void run() throws SQLException;
  }

  private static void assertRefused(Action action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("is refused: it would reach tables outside of the sandbox");
  }

  private static long count(Connection connection, String place) throws SQLException {
    return Sql.number(
        connection,
        "SELECT count(*) FROM information_schema.schemata WHERE lower(schema_name) = '%s'"
            .formatted(place));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("empties its tables as if they were made anew, and nobody else's of that name")
  void empties(Engine engine) throws SQLException {
    Server server = Engines.shared(engine);
    String key = engine instanceof InnoDb ? "AUTO_INCREMENT" : "GENERATED BY DEFAULT AS IDENTITY";
    String other = Names.random();
    try (Connection user = server.connect();
        Sandbox sandbox = server.sandbox()) {
      engine.create(user, other);
      Sql.execute(user, "CREATE TABLE " + other + ".t (id INT)");
      Sql.execute(user, "INSERT INTO " + other + ".t VALUES (7)");
      Connection session = sandbox.session();
      Sql.execute(session, "CREATE TABLE t (id INT " + key + " PRIMARY KEY, v INT)");
      Sql.execute(session, "INSERT INTO t (v) VALUES (10), (20)");
      assertThat(sandbox.canEmpty()).isTrue();
      boolean upper = session.getMetaData().storesUpperCaseIdentifiers();
      for (String emptying : sandbox.emptyings(List.of(upper ? "T" : "t"))) {
        Sql.execute(session, emptying);
      }
      assertThat(Sql.number(session, "SELECT count(*) FROM t")).isZero();
      Sql.execute(session, "INSERT INTO t (v) VALUES (30)");
      assertThat(Sql.number(session, "SELECT id FROM t")).isEqualTo(1);
      assertThat(Sql.number(user, "SELECT id FROM " + other + ".t")).isEqualTo(7);
      if (engine instanceof PostgreSql) {
        // It would count the rows within a minute, and the planner then read them otherwise.
        String options = "SELECT reloptions::text FROM pg_class WHERE oid = 't'::regclass";
        assertThat(Sql.text(session, options)).isEqualTo("{autovacuum_enabled=off}");
      }
      engine.drop(user, other);
    }
  }

  /// MariaDB's view is never renewed if it is read again within 100 ms.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName(
      "shares with others on its server what the server says of waits, so that all are told in time")
  void waits(Engine engine) throws Exception {
    Server server = Engines.shared(engine);
    try (ExecutorService threads = Executors.newFixedThreadPool(4);
        Sandbox sandbox = server.sandbox()) {
      Connection holder = sandbox.session();
      Connection waiter = sandbox.session();
      for (String sql :
          List.of(
              "CREATE TABLE t (id INT PRIMARY KEY, v INT)",
              "INSERT INTO t VALUES (1, 10)",
              "BEGIN",
              "UPDATE t SET v = 11 WHERE id = 1")) {
        Sql.execute(holder, sql);
      }
      engine.setLockTimeout(waiter, Duration.ofMinutes(1));
      Engine.Wait expected = new Engine.Wait(engine.sessionId(waiter), engine.sessionId(holder));
      CountDownLatch asking = new CountDownLatch(3);
      List<Future<Boolean>> told = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        told.add(
            threads.submit(() -> {
              try (Sandbox other = server.sandbox()) {
                other.waits();
                asking.countDown();
                boolean seen = false;
                long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                while (!seen && System.nanoTime() < end) {
                  seen = other.waits().contains(expected);
                }
                return seen;
              }
            }));
      }
      asking.await();
      Future<?> update =
          threads.submit(() -> {
            Sql.execute(waiter, "UPDATE t SET v = 12 WHERE id = 1");
            return null;
          });
      for (Future<Boolean> each : told) {
        assertThat(each.get()).isTrue();
      }
      Sql.execute(holder, "COMMIT");
      update.get();
    }
  }
}
