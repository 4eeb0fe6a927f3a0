package workbook.parameterdecryption;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/// The nonces of the bodies that were accepted, each for as long as its body would be fresh. After
/// that the time refuses it, and the store may forget.
final class NonceStore {

  private record Seen(long time, ByteBuffer nonce) {}

  private final Freshness freshness;
  private final int capacity;
  private final Set<ByteBuffer> nonces = new HashSet<>();
  private final PriorityQueue<Seen> oldestFirst =
      new PriorityQueue<>((a, b) -> Long.compare(a.time(), b.time()));

  NonceStore(Freshness freshness, int capacity) {
    this.freshness = freshness;
    this.capacity = capacity;
  }

  /// Remembers a nonce. Of any number of threads with the same one, a single one gets through.
  ///
  /// @param nonce the bytes themselves: one number has several spellings in Base64
  /// @param time of the body, authenticated
  /// @throws Rejected if it is known, if its time ran out on the way, or if the store is full,
  ///   which must not be a reason to accept
  synchronized void accept(byte[] nonce, long time) {
    if (!freshness.isFresh(time)) {
      throw new Rejected(Rejected.Reason.NOT_FRESH);
    }
    while (!oldestFirst.isEmpty() && isOver(oldestFirst.peek())) {
      nonces.remove(oldestFirst.poll().nonce());
    }
    ByteBuffer key = ByteBuffer.wrap(nonce.clone());
    if (nonces.contains(key)) {
      throw new Rejected(Rejected.Reason.REPLAYED);
    }
    if (nonces.size() >= capacity) {
      throw new Rejected(Rejected.Reason.STORE_FULL);
    }
    nonces.add(key);
    oldestFirst.add(new Seen(time, key));
  }

  /// What lies ahead of the clock is not over.
  private boolean isOver(Seen seen) {
    return seen.time() < freshness.clock().instant().minus(Freshness.OLDEST).toEpochMilli();
  }

  synchronized int size() {
    return nonces.size();
  }
}
