package workbook.answers.check;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import workbook.answers.check.Event.Kind;

/// Tells of an answer that does not end, that ends the process, or that leaves it in doubt: what it
/// did, and in which line.
final class Watchdog {

  /// So many limits may go by before the first test begins.
  static final int START = 4;

  private final Thread tests;
  private final Consumer<Event> events;
  private final Thread clock = Thread.ofPlatform().daemon().unstarted(this::watch);
  private volatile Job job;
  private volatile Printed printed;
  private volatile long heard;

  /// @param tests the thread that runs the tests
  Watchdog(Thread tests, Consumer<Event> events) {
    this.tests = tests;
    this.events = events;
    clock.start();
  }

  void begin(Job next, Printed output) {
    printed = output;
    // JUnit and the tests have to be loaded first, which no answer can help.
    heard = System.nanoTime() + next.limit().multipliedBy(START).toNanos();
    job = next;
    LockSupport.unpark(clock);
  }

  /// Something was told: the answer goes on.
  void heard() {
    heard = System.nanoTime();
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
      long left = current.limit().toNanos() - (System.nanoTime() - heard);
      if (left <= 0) {
        stuck(current);
      } else {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void stuck(Job current) {
    String limit = seconds(current.limit().toMillis());
    boolean runs = tests.getState() == Thread.State.RUNNABLE;
    broken(
        runs
            ? "still running after %s: does a loop or a recursion never end?".formatted(limit)
            : "still waiting after %s: what does it wait for?".formatted(limit),
        tests.getStackTrace());
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
