package workbook.answers.check;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an answer may leave changed in its process. If it does, the next answer gets another one.
///
/// @param threads but those by which the JVM runs virtual threads: they stay for a while
/// @param virtual how many virtual threads live
record Surroundings(
    Set<Thread> threads,
    long virtual,
    Map<Object, Object> properties,
    Locale locale,
    TimeZone timeZone) {

  private static final int MOMENT = 200;
  private static final int MOST_NAMES = 5;

  private static final Pattern VIRTUAL = Pattern.compile("^#[0-9]+ \".*\" virtual ");

  static Surroundings now() {
    // First, because the first to ask sets a system property, user.timezone.
    TimeZone timeZone = TimeZone.getDefault();
    Map<Boolean, Set<Thread>> threads =
        Thread.getAllStackTraces().keySet().stream()
            .collect(Collectors.partitioningBy(Surroundings::carries, Collectors.toSet()));
    return new Surroundings(
        threads.get(false),
        threads.get(true).isEmpty() ? 0 : virtualThreads(),
        new TreeMap<>(System.getProperties()),
        Locale.getDefault(),
        timeZone);
  }

  private static boolean carries(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    // One that has just ended is in none.
    return group != null && group.getName().equals("CarrierThreads")
        || thread.getName().equals("VirtualThread-unblocker");
  }

  /// Only a dump tells of virtual threads, and only as a file.
  private static long virtualThreads() {
    Path dump = Path.of("virtual-threads").toAbsolutePath();
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      try (Stream<String> lines = Files.lines(dump)) {
        return lines.filter(line -> VIRTUAL.matcher(line).find()).count();
      } finally {
        Files.delete(dump);
      }
    } catch (IOException _) {
      // Where it cannot be known, one lives.
      return 1;
    }
  }

  /// The names of the processes and threads that still run since then, of threads those that keep a
  /// program from ending; those that are about to end get a moment to do so, all the same one. Of
  /// many, some are named.
  String left() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOMENT);
    Set<Thread> all = Thread.getAllStackTraces().keySet();
    Stream<String> leftThreads =
        all.stream()
            .filter(thread -> !threads.contains(thread) && !thread.isDaemon())
            // One that a test gave up waiting for: the test has said so.
            .filter(thread -> !thread.getName().startsWith("junit-timeout-thread"))
            .filter(thread -> lives(thread, end))
            .map(thread -> "the thread " + thread.getName());
    Stream<String> leftProcesses =
        Processes.started(all).stream()
            .filter(process -> lives(process, end))
            .map(process -> "the process " + name(process));
    List<String> left = Stream.concat(leftThreads, leftProcesses).sorted().toList();
    String named = left.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return left.size() <= MOST_NAMES
        ? named
        : "%s and %d more".formatted(named, left.size() - MOST_NAMES);
  }

  private static String name(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .orElse(Long.toString(process.pid()));
  }

  private static boolean lives(ProcessHandle process, long end) {
    try {
      process.onExit().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      return false;
    } catch (TimeoutException _) {
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean lives(Thread thread, long end) {
    try {
      return !thread.join(Duration.ofNanos(end - System.nanoTime()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
