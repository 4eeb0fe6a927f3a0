package workbook.serverrendering;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The periods do not add up: both begin where `max-age` ends.
final class Freshness {

  private Freshness() {}

  static CacheState of(String cacheControl, long age, boolean fails) {
    Map<String, Long> seconds = new HashMap<>();
    for (String directive : cacheControl.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = directive.strip().split("=");
      if (parts.length == 2 && parts[1].matches("\\d+")) {
        seconds.put(parts[0], Long.valueOf(parts[1]));
      }
    }
    long staleFor = age - seconds.getOrDefault("max-age", 0L);
    if (staleFor < 0) {
      return CacheState.FRESH;
    }
    long allowed = seconds.getOrDefault("stale-while-revalidate", -1L);
    if (fails) {
      allowed = Math.max(allowed, seconds.getOrDefault("stale-if-error", -1L));
    }
    return staleFor <= allowed ? CacheState.STALE : CacheState.EXPIRED;
  }
}
