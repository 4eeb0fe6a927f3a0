package workbook.parameterdecryption;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The server's keys: one that is handed out, and those before it that bodies may still be sealed
/// for.
final class KeyRing {

  /// How long a client may keep the public key that it was given.
  static final Duration HANDED_OUT = Duration.ofMinutes(5);

  /// A client that fetched the key just before a rotation keeps it so long, and a body that it
  /// seals at the last moment may be as old as is accepted.
  static final Duration OVERLAP =
      HANDED_OUT.plus(Freshness.OLDEST).plus(Freshness.AHEAD).plus(Duration.ofMinutes(1));

  private record Held(ServerKey key, Instant until) {}

  private final Supplier<ServerKey> source;
  private final InstantSource clock;
  private final Duration overlap;

  /// The newest first. Readers see a list that nobody changes.
  private volatile List<Held> held;

  KeyRing(Supplier<ServerKey> source, InstantSource clock, Duration overlap) {
    this.source = source;
    this.clock = clock;
    this.overlap = overlap;
    this.held = List.of(new Held(source.get(), Instant.MAX));
  }

  /// The key to hand out.
  ServerKey current() {
    return held.getFirst().key();
  }

  /// The key of that name, if bodies may still be sealed for it.
  Optional<ServerKey> find(String kid) {
    Instant now = clock.instant();
    return held.stream()
        .filter(each -> each.key().kid().equals(kid) && now.isBefore(each.until()))
        .map(Held::key)
        .findFirst();
  }

  /// Hands out a new key from now on, and forgets those whose time is over.
  synchronized void rotate() {
    ServerKey next = source.get();
    Instant now = clock.instant();
    List<Held> rotated = new ArrayList<>();
    rotated.add(new Held(next, Instant.MAX));
    for (Held each : held) {
      Instant until = each.until().equals(Instant.MAX) ? now.plus(overlap) : each.until();
      if (now.isBefore(until)) {
        rotated.add(new Held(each.key(), until));
      }
    }
    held = List.copyOf(rotated);
  }
}
