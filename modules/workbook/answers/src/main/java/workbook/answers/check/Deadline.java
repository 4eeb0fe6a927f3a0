package workbook.answers.check;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Does something when a time is over, unless that is put off or called off before.
public final class Deadline implements AutoCloseable {

  private final Duration next;
  private final Thread clock;
  private volatile long end;
  private volatile boolean over;
  private volatile boolean closed;

  /// @param first the time until it is put off for the first time
  /// @param next the time from then on
  public Deadline(Duration first, Duration next, Runnable action) {
    this.next = next;
    this.end = System.nanoTime() + first.toNanos();
    this.clock = Thread.ofPlatform().daemon().start(() -> watch(action));
  }

  void extend() {
    end = System.nanoTime() + next.toNanos();
  }

  boolean isOver() {
    return over;
  }

  private void watch(Runnable action) {
    while (!closed) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        over = true;
        action.run();
        return;
      }
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(clock);
  }
}
