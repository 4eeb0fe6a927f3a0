package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The nonces")
class NonceStoreTest {

  private static final long SEED = 20261127;

  private final TestClock clock = new TestClock();

  private NonceStore store(int capacity) {
    return new NonceStore(new Freshness(clock), capacity);
  }

  private static String accepted(NonceStore store, byte[] nonce, long time) {
    try {
      store.accept(nonce, time);
      return "accepted";
    } catch (Rejected e) {
      return e.reason().name();
    }
  }

  @Test
  @DisplayName("of 16 threads with the same one, a single one gets through, 200 times")
  void race() throws Exception {
    NonceStore store = store(1000);
    int threads = 16;
    CyclicBarrier together = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> wins = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        wins.add(
            pool.submit(() -> {
              int won = 0;
              for (int round = 0; round < 200; round++) {
                byte[] nonce = ByteBuffer.allocate(12).putInt(round).array();
                together.await();
                won += accepted(store, nonce, clock.millis()).equals("accepted") ? 1 : 0;
              }
              return won;
            }));
      }
      int sum = 0;
      for (Future<Integer> each : wins) {
        sum += each.get();
      }
      assertThat(sum).isEqualTo(200);
    }
  }

  @Test
  @DisplayName(
      "are those that a list of all would know, in 20,000 random steps, and no more are kept")
  void againstAll() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    NonceStore store = store(Integer.MAX_VALUE);
    Map<Integer, Long> all = new HashMap<>();
    for (int step = 0; step < 20_000; step++) {
      clock.advance(Duration.ofMillis(random.nextInt(200)));
      int nonce = random.nextInt(4000);
      long time = clock.millis() - 130_000 + random.nextInt(170_000);
      boolean fresh = time >= clock.millis() - 120_000 && time <= clock.millis() + 30_000;
      // A nonce may come back once the body that it came with is too old.
      boolean known = all.getOrDefault(nonce, Long.MIN_VALUE) >= clock.millis() - 120_000;
      String expected = fresh ? known ? "REPLAYED" : "accepted" : "NOT_FRESH";
      byte[] bytes = ByteBuffer.allocate(12).putInt(nonce).array();
      assertThat(accepted(store, bytes, time))
          .as("seed %d, step %d", SEED, step)
          .isEqualTo(expected);
      if (expected.equals("accepted")) {
        all.put(nonce, time);
      }
    }
    store.accept(new byte[12], clock.millis());
    long alive = all.values().stream().filter(time -> time >= clock.millis() - 120_000).count();
    assertThat(store.size()).isBetween((int) alive, (int) alive + 1);
  }

  @Test
  @DisplayName("that find no place are refused, until others are over")
  void full() {
    NonceStore store = store(2);
    assertThat(accepted(store, new byte[] {1}, clock.millis())).isEqualTo("accepted");
    clock.advance(Duration.ofSeconds(60));
    assertThat(accepted(store, new byte[] {2}, clock.millis())).isEqualTo("accepted");
    assertThat(accepted(store, new byte[] {3}, clock.millis())).isEqualTo("STORE_FULL");
    assertThat(accepted(store, new byte[] {1}, clock.millis())).isEqualTo("REPLAYED");
    clock.advance(Duration.ofMillis(60_001));
    assertThat(accepted(store, new byte[] {3}, clock.millis())).isEqualTo("accepted");
  }

  @Test
  @DisplayName("are kept as they were, though the caller's array changes")
  void copied() {
    NonceStore store = store(10);
    byte[] nonce = {1, 2};
    store.accept(nonce, clock.millis());
    nonce[0] = 9;
    assertThat(accepted(store, new byte[] {1, 2}, clock.millis())).isEqualTo("REPLAYED");
  }
}
