package workbook.command.check;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Does something when a time is over, unless that is put off or called off before.
final class Deadline implements AutoCloseable {

  private final Duration limit;
  private final Thread clock;
  private volatile long begin = System.nanoTime();
  private volatile boolean over;
  private volatile boolean closed;

  Deadline(Duration limit, Runnable action) {
    this.limit = limit;
    this.clock = Thread.ofPlatform().daemon().start(() -> watch(action));
  }

  void extend() {
    begin = System.nanoTime();
  }

  boolean isOver() {
    return over;
  }

  private void watch(Runnable action) {
    while (!closed) {
      long left = limit.toNanos() - (System.nanoTime() - begin);
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
