package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Engines;

@DisplayName("A session and its thread")
class ClientTest {

  private static final int TIMES = 3000;

  /// The thread of a session is made when it is first sent something. Whether it has started by the
  /// time it is ended is chance, so all is done many times.
  @Test
  @Tag("solutions")
  @DisplayName("ends in order when it is closed in the moment in which it is first sent something")
  void closedAtOnce() throws Exception {
    Engine engine = Engine.named("h2");
    CyclicBarrier both = new CyclicBarrier(2);
    try (Connection connection = Engines.shared(engine).connect();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < TIMES; i++) {
        Client client = new Client("s" + i, connection, 1, new Dialogue(engine));
        Future<Boolean> taken =
            other.submit(() -> {
              both.await();
              return isTaken(client);
            });
        both.await();
        assertThatCode(() -> client.close(false)).doesNotThrowAnyException();
        taken.get();
      }
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.matches("session s\\d+"));
  }

  private static boolean isTaken(Client client) {
    try {
      client.send("SELECT 1");
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }
}
