package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A rotation of the keys")
@ExtendWith(RunningServer.Extension.class)
class RotationTest {

  private static final int CLIENTS = 4;
  private static final int ROUNDS = 50;

  @Test
  @DisplayName(
      "five of them under load: each of 200 logins gets through, and 4 clients keep old keys")
  void underLoad(RunningServer server) throws Exception {
    // A round is 12 seconds: a client keeps its key for 25 rounds, and each key is there for ten.
    CyclicBarrier together =
        new CyclicBarrier(CLIENTS, () -> server.clock.advance(Duration.ofSeconds(12)));
    List<Future<List<Integer>>> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        statuses.add(pool.submit(() -> logins(number, server, together)));
      }
    }
    List<Integer> all = new ArrayList<>();
    for (Future<List<Integer>> each : statuses) {
      all.addAll(each.get());
    }
    assertThat(all).hasSize(CLIENTS * ROUNDS);
    assertThat(all.stream().filter(status -> status != 200)).as("failed logins").isEmpty();
  }

  /// The clock stands still within a round. Every tenth round one of the clients rotates, while the
  /// others log in.
  private static List<Integer> logins(int number, RunningServer server, CyclicBarrier together)
      throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (LoginClient client = server.client()) {
      for (int round = 0; round < ROUNDS; round++) {
        together.await();
        if (round % 10 == 9 && round / 10 % CLIENTS == number) {
          server.keys.rotate();
        }
        statuses.add(client.login("ada", "correct horse").status());
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
