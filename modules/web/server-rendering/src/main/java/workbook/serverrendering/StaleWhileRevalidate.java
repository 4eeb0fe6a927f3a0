package workbook.serverrendering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// A cache that gives out what is too old, once more, while it gets it anew ([RFC
/// 5861](https://www.rfc-editor.org/rfc/rfc5861)). While the back end fails, what is stale stays.
/// However many ask for a key at once, the back end is asked once.
///
/// @param <K> what is asked for
/// @param <V> what is answered
final class StaleWhileRevalidate<K, V> {

  static final int MOST = 1_000;

  private record Kept<V>(V value, Instant since) {}

  /// An answer.
  ///
  /// @param state what it was when it was asked for; [CacheState#EXPIRED] if there was none
  record Answer<V>(V value, CacheState state) {}

  private final InstantSource clock;
  private final Duration fresh;
  private final Duration stale;
  private final Function<K, V> backEnd;
  private final Executor executor;

  /// What was asked for last stays; whoever asks for ever new addresses fills no memory.
  private final Map<K, Kept<V>> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
          return size() > MOST;
        }
      };

  private final Map<K, CompletableFuture<V>> loading = new HashMap<>();

  /// @param fresh how long an answer is given out without a question: `max-age`
  /// @param stale how long after that it is still given out: `stale-while-revalidate`
  /// @param backEnd may throw
  /// @param executor where the back end is asked
  StaleWhileRevalidate(
      InstantSource clock,
      Duration fresh,
      Duration stale,
      Function<K, V> backEnd,
      Executor executor) {
    this.clock = clock;
    this.fresh = fresh;
    this.stale = stale;
    this.backEnd = backEnd;
    this.executor = executor;
  }

  /// Waits for the back end only if there is nothing to give out.
  ///
  /// @throws CompletionException if the back end fails, and there is nothing to give out
  Answer<V> get(K key) {
    CompletableFuture<V> load;
    synchronized (this) {
      Kept<V> entry = entries.get(key);
      CacheState state = state(entry);
      if (state == CacheState.FRESH) {
        return new Answer<>(entry.value(), state);
      }
      load = loading.get(key);
      if (load == null) {
        load = new CompletableFuture<>();
        loading.put(key, load);
        start(key, load);
      }
      if (state == CacheState.STALE) {
        return new Answer<>(entry.value(), state);
      }
    }
    return new Answer<>(load.join(), CacheState.EXPIRED);
  }

  private CacheState state(Kept<V> entry) {
    if (entry == null) {
      return CacheState.EXPIRED;
    }
    Duration age = Duration.between(entry.since(), clock.instant());
    if (age.compareTo(fresh) < 0) {
      return CacheState.FRESH;
    }
    return age.compareTo(fresh.plus(stale)) <= 0 ? CacheState.STALE : CacheState.EXPIRED;
  }

  private void start(K key, CompletableFuture<V> load) {
    executor.execute(() -> {
      try {
        V value = backEnd.apply(key);
        synchronized (this) {
          entries.put(key, new Kept<>(value, clock.instant()));
          loading.remove(key);
        }
        load.complete(value);
      } catch (RuntimeException | Error e) {
        synchronized (this) {
          loading.remove(key);
        }
        load.completeExceptionally(e);
      }
    });
  }
}
