package workbook.isolationlevels.run;

import java.time.Duration;

/// How long something may take, counted from now.
final class Deadline {

  private final long began = System.nanoTime();
  private final Duration limit;

  Deadline(Duration limit) {
    this.limit = limit;
  }

  /// Whether the limit has passed so many times.
  boolean isPast(int times) {
    return System.nanoTime() - began > limit.toNanos() * times;
  }

  /// Whether so much time has passed.
  boolean hasPassed(Duration time) {
    return System.nanoTime() - began > time.toNanos();
  }

  long seconds() {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }
}
