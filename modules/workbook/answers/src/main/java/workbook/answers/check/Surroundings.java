package workbook.answers.check;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an answer may leave changed in its process. If it does, the next answer gets another one.
record Surroundings(
    Set<Thread> threads, Map<Object, Object> properties, Locale locale, TimeZone timeZone) {

  private static final int MOMENT = 200;

  static Surroundings now() {
    // First, because the first to ask sets a system property, user.timezone.
    TimeZone timeZone = TimeZone.getDefault();
    return new Surroundings(
        Thread.getAllStackTraces().keySet(),
        new TreeMap<>(System.getProperties()),
        Locale.getDefault(),
        timeZone);
  }

  /// The names of the threads that still run since then and keep a program from ending; those that
  /// are about to end get a moment to do so.
  String left() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !threads.contains(thread) && !thread.isDaemon())
        // One that a test gave up waiting for: the test has said so.
        .filter(thread -> !thread.getName().startsWith("junit-timeout-thread"))
        .filter(Surroundings::lives)
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean lives(Thread thread) {
    try {
      return !thread.join(Duration.ofMillis(MOMENT));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
