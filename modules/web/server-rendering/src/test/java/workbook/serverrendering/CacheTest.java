package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("The stale-while-revalidate cache")
class CacheTest {

  private static final long SEED = 20261127;

  /// Caffeine tells its logger of each refresh that failed.
  private static final Logger CAFFEINE = Logger.getLogger("com.github.benmanes.caffeine");

  static {
    CAFFEINE.setLevel(Level.OFF);
  }

  /// A back end that answers with the time, or fails.
  private static final class BackEnd {
    private long now;
    private boolean down;

    private String answer(String key) {
      if (down) {
        throw new IllegalStateException("down");
      }
      return key + " of " + now;
    }
  }

  @Test
  @DisplayName(
      "answers as Caffeine does that refreshes and expires, over random seconds and failures")
  void caffeine() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    BackEnd backEnd = new BackEnd();
    Queue<Runnable> refreshes = new ArrayDeque<>();
    LoadingCache<String, String> oracle =
        Caffeine.newBuilder()
            .refreshAfterWrite(Duration.ofMillis(60_500))
            .expireAfterWrite(Duration.ofMillis(160_500))
            .ticker(() -> backEnd.now * 1_000_000_000L)
            .executor(refreshes::add)
            .build(backEnd::answer);
    // Half a second more than whole ones: on a border the two round to different sides.
    StaleWhileRevalidate<String, String> cache =
        new StaleWhileRevalidate<>(
            () -> Instant.ofEpochSecond(backEnd.now),
            Duration.ofMillis(60_500),
            Duration.ofSeconds(100),
            backEnd::answer,
            Runnable::run);
    int failures = 0;
    for (int i = 0; i < 5_000; i++) {
      backEnd.now += random.nextInt(120);
      backEnd.down = random.nextInt(3) == 0;
      String expected = answer(() -> oracle.get("/"));
      while (!refreshes.isEmpty()) {
        refreshes.remove().run();
      }
      String actual = answer(() -> cache.get("/").value());
      assertThat(actual)
          .as("seed %d, request %d, second %d", SEED, i, backEnd.now)
          .isEqualTo(expected);
      failures += actual.equals("failed") ? 1 : 0;
    }
    assertThat(failures).isPositive();
  }

  private static String answer(java.util.function.Supplier<String> ask) {
    try {
      return ask.get();
    } catch (CompletionException | IllegalStateException _) {
      return "failed";
    }
  }

  @Test
  @DisplayName("gives out what is stale before the back end has answered")
  void stale() {
    BackEnd backEnd = new BackEnd();
    Queue<Runnable> tasks = new ArrayDeque<>();
    boolean[] later = {false};
    StaleWhileRevalidate<String, String> cache =
        new StaleWhileRevalidate<>(
            () -> Instant.ofEpochSecond(backEnd.now),
            Duration.ofSeconds(60),
            Duration.ofSeconds(100),
            backEnd::answer,
            task -> {
              if (later[0]) {
                tasks.add(task);
              } else {
                task.run();
              }
            });
    cache.get("/");
    later[0] = true;
    backEnd.now = 60;
    assertThat(cache.get("/"))
        .isEqualTo(new StaleWhileRevalidate.Answer<>("/ of 0", CacheState.STALE));
    assertThat(cache.get("/").value()).isEqualTo("/ of 0");
    // However many asked: one refresh.
    assertThat(tasks).hasSize(1);
    tasks.remove().run();
    assertThat(cache.get("/"))
        .isEqualTo(new StaleWhileRevalidate.Answer<>("/ of 60", CacheState.FRESH));
  }

  @Test
  @DisplayName("a failure keeps what is stale, and is an error only once that is expired")
  void failure() {
    BackEnd backEnd = new BackEnd();
    StaleWhileRevalidate<String, String> cache =
        new StaleWhileRevalidate<>(
            () -> Instant.ofEpochSecond(backEnd.now),
            Duration.ofSeconds(60),
            Duration.ofSeconds(100),
            backEnd::answer,
            Runnable::run);
    cache.get("/");
    backEnd.down = true;
    backEnd.now = 160;
    assertThat(cache.get("/").state()).isEqualTo(CacheState.STALE);
    backEnd.now = 161;
    assertThatThrownBy(() -> cache.get("/"))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("down");
    backEnd.down = false;
    assertThat(cache.get("/").value()).isEqualTo("/ of 161");
  }

  @Test
  @DisplayName("fifty who ask at once are one question to the back end")
  void singleFlight() throws Exception {
    AtomicInteger questions = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(50);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      StaleWhileRevalidate<String, Integer> cache =
          new StaleWhileRevalidate<>(
              () -> Instant.EPOCH,
              Duration.ofSeconds(60),
              Duration.ZERO,
              _ -> {
                awaited(asked);
                return questions.incrementAndGet();
              },
              threads);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(
            threads.submit(() -> {
              asked.countDown();
              return cache.get("/").value();
            }));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isOne();
      }
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("a back end that runs out of stack is an error, and keeps nobody waiting")
  void error() {
    StaleWhileRevalidate<String, String> cache =
        new StaleWhileRevalidate<>(
            () -> Instant.EPOCH,
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            _ -> {
              throw new StackOverflowError();
            },
            Runnable::run);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> cache.get("/"))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  @DisplayName("ever new keys fill no memory")
  void bounded() {
    BackEnd backEnd = new BackEnd();
    StaleWhileRevalidate<String, String> cache =
        new StaleWhileRevalidate<>(
            () -> Instant.ofEpochSecond(backEnd.now),
            Duration.ofSeconds(60),
            Duration.ZERO,
            backEnd::answer,
            Runnable::run);
    for (int i = 0; i <= StaleWhileRevalidate.MOST; i++) {
      cache.get("/" + i);
    }
    backEnd.now = 1;
    // The first made room for the last.
    assertThat(cache.get("/1").value()).isEqualTo("/1 of 0");
    assertThat(cache.get("/0").value()).isEqualTo("/0 of 1");
  }

  @Test
  @DisplayName("the example's numbers are refused where they mean nothing")
  void refused() {
    assertThat(Printed.by(new Cache(), "--stale", "-1"))
        .isEqualTo(
            Printed.refusal(
                new Cache(), "--stale must be a whole number from 0 to 1000000, and was '-1'"));
  }
}
