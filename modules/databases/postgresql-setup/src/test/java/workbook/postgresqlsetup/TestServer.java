package workbook.postgresqlsetup;

import static org.junit.jupiter.api.Assumptions.abort;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import workbook.lab.Refusal;

/// One server for all tests of this JVM; it goes when the JVM does. Beside it stands a second data
/// folder, without a server, to be broken.
final class TestServer {

  private static final TestServer ONE = start();

  private final Cluster cluster;
  private final Cluster spare;
  private final String refusal;

  private TestServer(Cluster cluster, Cluster spare, String refusal) {
    this.cluster = cluster;
    this.spare = spare;
    this.refusal = refusal;
  }

  private static TestServer start() {
    Workplace workplace;
    try {
      workplace = Workplace.open();
    } catch (Refusal e) {
      return new TestServer(null, null, e.getMessage());
    }
    Cluster cluster = Cluster.in(workplace);
    Cluster spare = Cluster.in(workplace, "spare");
    cluster.prepare();
    cluster.must(cluster.initdb());
    cluster.must(List.of("cp", "-a", "data", "spare"));
    cluster.must(cluster.start("log_connections=authentication", "fsync=off"));
    return new TestServer(cluster, spare, "");
  }

  /// A running server; aborts the test where there are no programs for the machine.
  static Cluster running() {
    return checked().cluster;
  }

  /// A sound data folder on which no server runs.
  static Cluster spare() {
    return checked().spare;
  }

  private static TestServer checked() {
    if (!ONE.refusal.isEmpty()) {
      abort(ONE.refusal);
    }
    return ONE;
  }

  /// Has the server read its files again, and waits until it has. The time is set by the postmaster
  /// before it takes the next connection.
  static void reload(Connection connection) throws SQLException {
    String before = value(connection, "select pg_conf_load_time()");
    value(connection, "select pg_reload_conf()");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (value(connection, "select pg_conf_load_time()").equals(before)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the server has not read its files again in 30 s");
      }
    }
  }

  /// The one value of a query.
  static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
