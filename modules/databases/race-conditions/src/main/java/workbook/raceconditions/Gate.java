package workbook.raceconditions;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.raceconditions.Watched.Watcher;

/// Makes the race happen: holds every customer right before the first `UPDATE`, until nobody else
/// can come.
///
/// A customer is *here*, or *gone* (paid, refused or failed), or on the way. Those on the way come
/// soon, unless they wait for a lock of one who is here: then the gate must not wait for them, or
/// nobody would ever go on. Time cannot tell the two apart, so the gate asks the database who waits
/// for a lock, and is full when that is everyone who is neither here nor gone.
final class Gate {

  /// Which customers wait for a lock, as the database says.
  @FunctionalInterface
  interface Waiting {
    Set<Integer> customers() throws SQLException;
  }

  private final int customers;
  private final Waiting waiting;
  private final Duration interval;
  private final Duration limit;
  private final Set<Integer> hereOrGone = new HashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean open;

  /// @param interval how often the database may be asked
  /// @param limit who is not here by then, and waits for no lock either, does not come
  Gate(int customers, Waiting waiting, Duration interval, Duration limit) {
    this.customers = customers;
    this.waiting = waiting;
    this.interval = interval;
    this.limit = limit;
  }

  /// What holds a customer: the connection, as soon as it comes to an `UPDATE`.
  Watcher watcher(int customer) {
    return new Watcher() {
      @Override
      public void before(String sql) {
        if (sql.stripLeading().regionMatches(true, 0, "UPDATE", 0, 6)) {
          arrive(customer);
        }
      }
    };
  }

  /// A customer is here, and is held until the gate opens.
  void arrive(int customer) {
    lock.lock();
    try {
      hereOrGone.add(customer);
      changed.signalAll();
      while (!open) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /// A customer has done with this round.
  void leave(int customer) {
    lock.lock();
    try {
      hereOrGone.add(customer);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nobody else can come.
  ///
  /// @return those who wait for a lock
  /// @throws SQLTimeoutException if somebody neither comes nor waits for a lock
  Set<Integer> awaitFull() throws SQLException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      Set<Integer> before = hereOrGoneSoon();
      if (before.size() == customers) {
        return Set.of();
      }
      Set<Integer> others = new HashSet<>(waiting.customers());
      others.removeAll(before);
      // Had anyone left while the database was asked, a lock would be free, and one who waited for
      // it might be on the way again.
      if (before.size() + others.size() == customers && hereOrGone().equals(before)) {
        return others;
      }
    }
    throw new SQLTimeoutException(
        "of %d customers only %s came within %s seconds, and the others wait for no lock of the database"
            .formatted(customers, hereOrGone(), limit.toMillis() / 1e3));
  }

  private Set<Integer> hereOrGoneSoon() throws InterruptedException {
    lock.lock();
    try {
      long left = interval.toNanos();
      while (hereOrGone.size() < customers && left > 0) {
        left = changed.awaitNanos(left);
      }
      return Set.copyOf(hereOrGone);
    } finally {
      lock.unlock();
    }
  }

  private Set<Integer> hereOrGone() {
    lock.lock();
    try {
      return Set.copyOf(hereOrGone);
    } finally {
      lock.unlock();
    }
  }

  /// Lets everyone pass, now and from now on.
  void open() {
    lock.lock();
    try {
      open = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
