package workbook.parameterdecryption;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How old a body may be, and how far ahead of the server's clock the sender's may be.
record Freshness(InstantSource clock) {

  static final Duration OLDEST = Duration.ofMinutes(2);
  static final Duration AHEAD = Duration.ofSeconds(30);

  /// @param time in milliseconds since 1970, any `long`
  boolean isFresh(long time) {
    Instant now = clock.instant();
    return time >= now.minus(OLDEST).toEpochMilli() && time <= now.plus(AHEAD).toEpochMilli();
  }
}
