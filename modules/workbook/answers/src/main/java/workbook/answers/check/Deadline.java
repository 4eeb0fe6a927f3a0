package workbook.answers.check;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Does something when a time is over, unless that is put off or called off before.
public final class Deadline implements AutoCloseable {

  private final Duration next;
  private long end;
  private boolean over;
  private boolean closed;

  /// @param first the time until it is put off for the first time
  /// @param next the time from then on
  public Deadline(Duration first, Duration next, Runnable action) {
    this.next = next;
    this.end = System.nanoTime() + first.toNanos();
    Thread.ofPlatform().daemon().start(() -> watch(action));
  }

  /// Puts the end off, or brings it nearer where the first time was longer.
  synchronized void extend() {
    end = System.nanoTime() + next.toNanos();
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  private void watch(Runnable action) {
    try {
      if (comesToItsEnd()) {
        action.run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean comesToItsEnd() throws InterruptedException {
    while (!closed) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        over = true;
        return true;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return false;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
