package workbook.parameterdecryption;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// How many sealed logins a second, and how long the slowest hundredth takes. The clients seal on
/// the same machine, and their work is in the figures.
@Command(
    name = "parameter-decryption/load",
    description =
        "Sends sealed logins for some seconds, and says how many were answered, and how fast.")
final class Load implements Example {

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long, from 1 to 600; 10 if not given.")
  private int seconds = 10;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many at once, from 1 to 256; 8 if not given.")
  private int clients = 8;

  @Option(names = "--rotate", description = "Rotate the keys every second.")
  private boolean rotate;

  /// What a client saw, with the nanoseconds that each login took.
  private record Seen(long[] nanos, int failed) {}

  static void main(String[] args) {
    Example.main(new Load(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--seconds", seconds, 1, 600);
    Example.between("--clients", clients, 1, 256);
    InstantSource clock = InstantSource.system();
    KeyRing keys = new KeyRing(ServerKey::generate, clock, KeyRing.OVERLAP);
    try (LoginServer server = LoginServer.start(0, keys, clock, Map.of());
        LoginClient client = new LoginClient(server.address(), clock)) {
      if (client.login("ada", "correct horse").status() != 200) {
        throw new IllegalStateException("the first login failed");
      }
      return report(measured(client, keys), out);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private List<Seen> measured(LoginClient client, KeyRing keys) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<Future<Seen>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        running.add(pool.submit(() -> logins(client, end)));
      }
      for (int second = 1; rotate && second < seconds; second++) {
        Thread.sleep(Duration.ofSeconds(1));
        keys.rotate();
      }
    }
    List<Seen> seen = new ArrayList<>();
    for (Future<Seen> each : running) {
      try {
        seen.add(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return seen;
  }

  private static Seen logins(LoginClient client, long end) throws InterruptedException {
    LongStream.Builder nanos = LongStream.builder();
    int failed = 0;
    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
      if (client.login("ada", "correct horse").status() != 200) {
        failed++;
      }
      nanos.add(System.nanoTime() - begin);
    }
    return new Seen(nanos.build().toArray(), failed);
  }

  private int report(List<Seen> seen, PrintStream out) {
    long[] nanos =
        seen.stream().flatMapToLong(each -> Arrays.stream(each.nanos())).sorted().toArray();
    int failed = seen.stream().mapToInt(Seen::failed).sum();
    out.printf(Locale.ROOT, "clients            %d%n", clients);
    out.printf(Locale.ROOT, "logins             %d, %d of them failed%n", nanos.length, failed);
    out.printf(Locale.ROOT, "logins per second  %.0f%n", (double) nanos.length / seconds);
    out.printf(Locale.ROOT, "median             %.1f ms%n", percentile(nanos, 50));
    out.printf(Locale.ROOT, "99th percentile    %.1f ms%n", percentile(nanos, 99));
    return failed == 0 ? 0 : 1;
  }

  /// The least time, in milliseconds, that so many percent of them do not exceed.
  private static double percentile(long[] sorted, int percent) {
    int rank = (int) Math.ceilDiv((long) sorted.length * percent, 100);
    return sorted[rank - 1] / 1e6;
  }
}
