package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A rotation of the keys")
@ExtendWith(RunningServer.Extension.class)
class RotationTest {

  private static final int CLIENTS = 4;
  private static final int LOGINS = 400;

  @Test
  @DisplayName("ten of them under load: each of 400 logins gets through, and 4 clients keep old keys")
  void underLoad(RunningServer server) throws Exception {
    AtomicInteger sent = new AtomicInteger();
    List<Future<List<Integer>>> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        statuses.add(pool.submit(() -> logins(server, sent)));
      }
    }
    List<Integer> all = new ArrayList<>();
    for (Future<List<Integer>> each : statuses) {
      all.addAll(each.get());
    }
    assertThat(all).hasSize(LOGINS).containsOnly(200);
  }

  /// The clock goes on by 3 seconds with each login, and every fortieth rotates.
  private static List<Integer> logins(RunningServer server, AtomicInteger sent)
      throws InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    try (LoginClient client = server.client()) {
      int number = sent.incrementAndGet();
      while (number <= LOGINS) {
        server.clock.advance(Duration.ofSeconds(3));
        if (number % (LOGINS / 10) == 0) {
          server.keys.rotate();
        }
        statuses.add(client.login("ada", "correct horse").status());
        number = sent.incrementAndGet();
      }
    }
    return statuses;
  }

  @Test
  @DisplayName("without an overlap loses what is on the way")
  void withoutOverlap() {
    TestClock clock = new TestClock();
    KeyRing keys = new KeyRing(Keys.inTurn(), clock, Duration.ZERO);
    String before = keys.current().kid();
    keys.rotate();
    assertThat(keys.find(before)).isEmpty();
    assertThat(keys.find(keys.current().kid())).isPresent();
  }
}
