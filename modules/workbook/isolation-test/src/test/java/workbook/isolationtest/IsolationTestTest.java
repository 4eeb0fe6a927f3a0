package workbook.isolationtest;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import workbook.engine.Level;

@DisplayName("@IsolationTest")
class IsolationTestTest {

  private static DataSource source() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:isolationtest;DB_CLOSE_DELAY=-1");
    return source;
  }

  static class Counter {

    @IsolationTest(levels = {Level.READ_COMMITTED, Level.REPEATABLE_READ})
    void count(Interleavings interleavings) throws Exception {
      interleavings
          .on(source())
          .setUp(
              "CREATE TABLE IF NOT EXISTS t (v INT)", "DELETE FROM t", "INSERT INTO t VALUES (1)")
          .transaction("one", connection -> add(connection))
          .transaction("two", connection -> add(connection))
          .assertSerializable();
    }

    private static Object add(java.sql.Connection connection) throws java.sql.SQLException {
      try (java.sql.Statement statement = connection.createStatement()) {
        java.sql.ResultSet rows = statement.executeQuery("SELECT v FROM t");
        rows.next();
        return statement.executeUpdate("UPDATE t SET v = " + (rows.getInt(1) + 1));
      }
    }
  }

  static class Forgetful {

    @IsolationTest
    void asserts(Interleavings interleavings) {
      interleavings.on(source()).transaction("one", "SELECT 1").transaction("two", "SELECT 2");
    }
  }

  @Test
  @DisplayName("fails where nothing was run: an assertion is missing")
  void forgotten() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Forgetful.class))
        .execute()
        .testEvents()
        .finished()
        .assertEventsMatchExactly(
            event(
                finishedWithFailure(
                    message(
                        "nothing was run: assertSerializable(), assertAlways(…) or explore() is missing"))));
  }

  /// P4 on H2, by the topic's matrix: it occurs at READ COMMITTED, and not at REPEATABLE READ.
  @Test
  @DisplayName("is a test at each level, which fails with the timeline")
  void levels() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Counter.class))
        .execute()
        .testEvents()
        .finished()
        .assertEventsMatchExactly(
            event(
                displayName("READ COMMITTED"),
                finishedWithFailure(
                    message(
                        text -> text.contains("12 of 14") && text.contains("SELECT v FROM t")))),
            event(displayName("REPEATABLE READ"), finishedSuccessfully()));
  }
}
