package workbook.kernels;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// A few threads that do one task together, again and again, some microseconds each time.
///
/// To wake a sleeping thread takes longer than many a product. So a member without work first looks
/// for it in a loop for a while, and goes to sleep only then.
public final class Team implements AutoCloseable {

  /// Some tens of microseconds.
  private static final int LOOKS = 2_000;

  private final Member[] members;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private IntConsumer task;
  private Thread leader;

  /// Each task increases it by one; what is written before is seen by those who see it.
  private volatile int tasks;

  private volatile boolean closed;

  /// @param size how many work at a task, the thread that calls [#run] among them
  /// @throws IllegalArgumentException if it is less than 1
  public Team(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a team has 1 member or more, and not " + size);
    }
    members = new Member[size - 1];
    for (int i = 0; i < members.length; i++) {
      members[i] = new Member(i + 1);
      members[i].start();
    }
  }

  public int size() {
    return members.length + 1;
  }

  /// Runs a task once in every member, which is told its number, from 0 to `size - 1`. Returns when
  /// all are done; what they wrote is seen by the caller.
  ///
  /// @throws IllegalStateException if the team is at work already, or closed
  /// @throws RuntimeException what a member threw; if several did, one of them
  public void run(IntConsumer task) {
    if (closed) {
      throw new IllegalStateException("the team is closed");
    }
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("the team is at work on another task");
    }
    try {
      this.task = task;
      leader = Thread.currentThread();
      unfinished.set(members.length);
      tasks++;
      for (Member member : members) {
        if (member.asleep) {
          LockSupport.unpark(member);
        }
      }
      attempt(0);
      for (int looks = 0; unfinished.get() > 0; looks++) {
        if (looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
    } finally {
      this.task = null;
      busy.set(false);
    }
    switch (failure.getAndSet(null)) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private void attempt(int member) {
    try {
      task.accept(member);
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /// Lets the threads end, and waits for them.
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Member member : members) {
      LockSupport.unpark(member);
      while (member.isAlive()) {
        try {
          member.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Member extends Thread {
    private final int number;
    private volatile boolean asleep;

    Member(int number) {
      super("team-" + number);
      this.number = number;
      setDaemon(true);
    }

    @Override
    public void run() {
      for (int seen = 0; waitForTask(seen); seen++) {
        attempt(number);
        if (unfinished.decrementAndGet() == 0) {
          LockSupport.unpark(leader);
        }
      }
    }

    /// @return whether there is one; not if the team is closed
    private boolean waitForTask(int seen) {
      for (int looks = 0; tasks == seen && !closed; looks++) {
        if (looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          asleep = true;
          if (tasks == seen && !closed) {
            LockSupport.park(this);
          }
          asleep = false;
        }
      }
      return !closed;
    }
  }
}
