package workbook.answers.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import workbook.answers.check.Event.Kind;

/// Tells of an answer that does not end, that takes more than its part of the machine, that ends
/// the process, or that leaves it in doubt: what it did, and in which line.
final class Watchdog {

  /// So many limits may go by before the first test begins.
  static final int START = 4;

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int MOST_THREADS = 2000;
  private static final int MOST_PROCESSES = 100;
  private static final long MOST_BYTES = 1L << 28;

  private final Thread tests;
  private final WorkingFolder folder;
  private final Consumer<Event> events;
  private final Thread clock = Thread.ofPlatform().daemon().unstarted(this::watch);
  private final ThreadGroup allThreads = Thread.currentThread().getThreadGroup().getParent();
  private volatile Job job;
  private volatile Printed printed;
  private volatile long end;

  /// Memory to give up, so that there is some to say that there is none.
  private volatile byte[] reserve;

  /// @param tests the thread that runs the tests
  /// @param folder the one in which they run
  Watchdog(Thread tests, WorkingFolder folder, Consumer<Event> events) {
    this.tests = tests;
    this.folder = folder;
    this.events = events;
    clock.start();
  }

  void begin(Job next, Printed output) {
    printed = output;
    reserve = new byte[1 << 22];
    // JUnit and the tests have to be loaded first, which no answer can help.
    end = System.nanoTime() + next.limit().multipliedBy(START).toNanos();
    job = next;
    LockSupport.unpark(clock);
  }

  /// Something was told: the answer goes on.
  void heard() {
    Job current = job;
    if (current != null) {
      end = System.nanoTime() + current.limit().toNanos();
    }
  }

  void end() {
    job = null;
  }

  private void watch() {
    while (true) {
      Job current = job;
      if (current == null) {
        LockSupport.park();
        continue;
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        stop(tooLong(current));
      }
      try {
        String excess = excess();
        if (!excess.isEmpty()) {
          stop(excess);
        }
      } catch (OutOfMemoryError _) {
        reserve = null;
        stop("the answer used up the memory");
      }
      LockSupport.parkNanos(Math.min(Math.max(left, 1), LOOK.toNanos()));
    }
  }

  private String tooLong(Job current) {
    String limit = seconds(current.limit().toMillis());
    return tests.getState() == Thread.State.RUNNABLE
        ? "still running after %s: %s".formatted(limit, Wording.TOO_LONG)
        : "still waiting after %s: what does it wait for?".formatted(limit);
  }

  /// What the answer takes too much of; empty if there is nothing.
  private String excess() {
    Thread[] threads = new Thread[MOST_THREADS + 1];
    int count = allThreads.enumerate(threads);
    if (count > MOST_THREADS) {
      return "the answer has more than %d threads at once".formatted(MOST_THREADS);
    }
    List<Thread> running = Arrays.asList(threads).subList(0, count);
    if (Processes.started(running).size() > MOST_PROCESSES) {
      return "the answer has more than %d processes at once".formatted(MOST_PROCESSES);
    }
    if (folder.bytes() > MOST_BYTES) {
      return "the answer has written more than %d MB into files".formatted(MOST_BYTES >> 20);
    }
    return "";
  }

  private void stop(String explanation) {
    broken(explanation, tests.getStackTrace());
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(1);
  }

  private static String seconds(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /// As a shutdown hook: says who ended the process, if an answer did.
  void exiting() {
    if (job != null) {
      Thread.getAllStackTraces().values().stream()
          .filter(Watchdog::exits)
          .findFirst()
          .ifPresent(stack -> broken("the answer ended the whole program (System.exit)", stack));
    }
  }

  private static boolean exits(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(frame ->
            frame.getClassName().equals("java.lang.Runtime")
                && frame.getMethodName().equals("exit"));
  }

  void broken(Throwable thrown) {
    reserve = null;
    Job current = job;
    Failure failure = Failure.of("", thrown, current.stubClass());
    events.accept(Event.of(Kind.BROKEN, failure.explanation(), failure.place()));
  }

  private void broken(String explanation, StackTraceElement[] stack) {
    String place = Failure.place(stack, job.stubClass());
    events.accept(Event.of(Kind.PRINTED, printed.text()));
    events.accept(Event.of(Kind.BROKEN, explanation, place));
  }
}
