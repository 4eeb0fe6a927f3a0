package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("H2")
public class H2Test {

  private static final CountDownLatch creating = new CountDownLatch(1);
  private static final Server server = Server.start(Engine.named("h2"));

  private static final CountDownLatch cutOff = new CountDownLatch(1);

  private static volatile Thread dropping;
  private static volatile boolean waited;
  private static volatile Connection ending;

  /// What a table is created from. H2 computes it when it has the lock of the catalog, and has yet
  /// to get hold of the database.
  public static int pause() {
    creating.countDown();
    while (dropping.isAlive() && dropping.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    waited = dropping.isAlive();
    return 1;
  }

  /// The same, until its session is closed in the middle of it; or for so long that it would be.
  public static int linger() throws InterruptedException, SQLException {
    cutOff.countDown();
    long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
    while (!ending.isClosed() && System.nanoTime() < end) {
      Thread.sleep(1);
    }
    return 1;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName(
      "drops a schema while a table is created in another, though each waits for the other")
  void dropWhileCreating() throws Exception {
    Engine engine = Engine.named("h2");
    try (Connection one = server.connect();
        Connection other = server.connect()) {
      engine.create(one, "dropped");
      Sql.execute(
          other,
          "CREATE ALIAS pause DETERMINISTIC FOR '%s.pause'".formatted(H2Test.class.getName()));
      engine.setLockTimeout(one, Duration.ofSeconds(5));
      FutureTask<Void> drop =
          new FutureTask<>(() -> {
            creating.await();
            engine.drop(one, "dropped");
            return null;
          });
      dropping = Thread.ofPlatform().start(drop);
      Sql.execute(other, "CREATE TABLE created AS SELECT pause() id");
      drop.get();
      assertThat(waited).as("the drop waited for the catalog").isTrue();
      assertThat(schemas(other, "DROPPED")).isZero();
      assertThat(Sql.number(other, "SELECT id FROM created")).isEqualTo(1);
      assertThat(Sql.number(one, "SELECT LOCK_TIMEOUT()")).isEqualTo(5_000);
    }
  }

  /// For a moment its lock is still there, and the table has no name any more.
  @Test
  @Tag("solutions")
  @DisplayName("says that nobody waits while tables are dropped")
  void dropped() throws Exception {
    try (Sandbox sandbox = server.sandbox()) {
      Connection session = sandbox.session();
      FutureTask<Void> drops =
          new FutureTask<>(() -> {
            for (int i = 0; i < 500; i++) {
              Sql.execute(session, "CREATE TABLE t (id INT)");
              Sql.execute(session, "DROP TABLE t");
            }
            return null;
          });
      Thread.ofPlatform().start(drops);
      while (!drops.isDone()) {
        assertThat(sandbox.waits()).isEmpty();
      }
      drops.get();
    }
  }

  @Test
  @DisplayName("has no lock of a session that was ended in the middle of a statement")
  void endedInTheMiddle() throws Exception {
    FutureTask<Void> create;
    try (Sandbox sandbox = server.sandbox()) {
      ending = sandbox.session();
      Sql.execute(
          ending,
          "CREATE ALIAS linger DETERMINISTIC FOR '%s.linger'".formatted(H2Test.class.getName()));
      create =
          new FutureTask<>(() -> {
            Sql.execute(ending, "CREATE TABLE created AS SELECT linger() id");
            return null;
          });
      Thread.ofPlatform().start(create);
      cutOff.await();
    }
    // It was waited for.
    create.get();
    try (Connection other = server.connect()) {
      Sql.execute(other, "CREATE TABLE after_it (id INT)");
      assertThat(Sql.number(other, "SELECT count(*) FROM INFORMATION_SCHEMA.LOCKS")).isZero();
    }
    assertThat(server.left()).isEmpty();
  }

  private static long schemas(Connection connection, String name) throws SQLException {
    return Sql.number(
        connection,
        "SELECT count(*) FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = '%s'"
            .formatted(name));
  }
}
