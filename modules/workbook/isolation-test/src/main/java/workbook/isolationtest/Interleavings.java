package workbook.isolationtest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import workbook.engine.Level;

/// Runs sessions in every interleaving of their statements. Which session goes on is never left to
/// chance: each stops before every statement, `COMMIT` and `ROLLBACK`, and whether one is blocked
/// the server is asked.
///
/// The tables are those of the test's own database; nothing is created or removed but by the setup
/// and the sessions.
public final class Interleavings {

  private final Optional<Level> level;
  private final List<Work> setups = new ArrayList<>();
  private final Map<String, Work> sessions = new LinkedHashMap<>();
  private Connections connections;
  private int atMost = 1000;
  private Duration limit = Duration.ofSeconds(30);
  private Optional<Duration> blockedAfter = Optional.empty();
  private boolean explored;

  /// @param level the isolation level; without one, that of the connections
  public Interleavings(Optional<Level> level) {
    this.level = level;
  }

  /// Where connections come from.
  public Interleavings on(DataSource source) {
    return on((Connections) source::getConnection);
  }

  /// Where connections come from: `() -> container.createConnection("")`, for instance.
  public Interleavings on(Connections source) {
    connections = source;
    return this;
  }

  /// Statements to be run before each interleaving, so that all begin with the same rows.
  public Interleavings setUp(String... statements) {
    return setUp(connection -> execute(connection, statements));
  }

  /// What is to be done before each interleaving.
  public Interleavings setUp(Work setup) {
    setups.add(setup);
    return this;
  }

  /// A session that works on a connection as it is opened, in autocommit mode, and ends its
  /// transactions itself.
  public Interleavings session(String name, Work work) {
    if (name.isBlank() || sessions.put(name, work) != null) {
      throw new IllegalArgumentException(
          "a session needs a name of its own, and this one is '%s'".formatted(name));
    }
    return this;
  }

  /// A session in one transaction: it is committed in the end, or rolled back if the work throws.
  public Interleavings transaction(String name, Work work) {
    return session(
        name,
        connection -> {
          connection.setAutoCommit(false);
          Object value;
          try {
            value = work.in(connection);
          } catch (Exception | Error e) {
            connection.rollback();
            throw e;
          }
          connection.commit();
          return value;
        });
  }

  /// A session of SQL statements in one transaction.
  public Interleavings transaction(String name, String... statements) {
    return transaction(name, connection -> execute(connection, statements));
  }

  /// A session whose code asks a [DataSource] for connections, as a service of Spring does. It gets
  /// the session's own one each time.
  public Interleavings service(String name, ServiceWork work) {
    return session(name, connection -> work.with(new OneConnection(connection)));
  }

  /// What a session does that is given a [DataSource].
  @FunctionalInterface
  public interface ServiceWork {
    Object with(DataSource source) throws Exception;
  }

  /// The most interleavings to run; without a call, 1000.
  public Interleavings atMost(int most) {
    atMost = most;
    return this;
  }

  /// How long nothing may happen; without a call, 30 s.
  public Interleavings limit(Duration most) {
    limit = most;
    return this;
  }

  /// For a database that is none of H2, MySQL, MariaDB and PostgreSQL: takes a session for blocked
  /// when its statement has not ended after so long. If it is only slow then, the interleaving is
  /// another than the one that was meant.
  public Interleavings blockedAfter(Duration time) {
    blockedAfter = Optional.of(time);
    return this;
  }

  /// Runs all interleavings, and says which are not as if the sessions had run one after the other.
  public Exploration explore() throws Exception {
    return explore((_, _) -> Optional.empty());
  }

  /// Fails with a timeline if an interleaving is not serializable: if no order of whole sessions
  /// gives what they returned or threw, and the same tables. Sessions that the database has ended,
  /// for a deadlock or a conflict, count as not run.
  ///
  /// @throws IllegalStateException if there can be no verdict: if a session always throws, or a
  ///   serial order does not come to the same twice
  public void assertSerializable() throws Exception {
    Exploration exploration = explore();
    if (!exploration.anomalies().isEmpty()) {
      throw new AssertionError(exploration.message(where(), "are not serializable"));
    }
  }

  /// Fails with a timeline if something does not hold after an interleaving, serializable or not.
  ///
  /// @param what it is, for the message: `no balance is negative`
  public void assertAlways(String what, Check check) throws Exception {
    Exploration exploration =
        explore((connection, _) ->
            Optional.of(check.holds(connection) ? "" : "does not hold: " + what + "\n"));
    if (!exploration.anomalies().isEmpty()) {
      throw new AssertionError(
          exploration.message(where(), "end so that this does not hold: " + what));
    }
  }

  private String where() {
    return level.map(Level::sql).orElse("the level of the connections");
  }

  boolean isExplored() {
    return explored;
  }

  private Exploration explore(Explorer.Rule rule) throws Exception {
    explored = true;
    if (connections == null) {
      throw new IllegalStateException("on(…) is missing: where do connections come from?");
    }
    if (sessions.size() < 2) {
      throw new IllegalStateException("one session is alone: two or more are needed");
    }
    try (Explorer explorer =
        new Explorer(connections, level, setups, sessions, limit, blockedAfter)) {
      return explorer.explore(rule, atMost);
    }
  }

  private static Object execute(Connection connection, String... statements) throws SQLException {
    List<Integer> counts = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
        counts.add(statement.getUpdateCount());
      }
    }
    return counts;
  }
}
