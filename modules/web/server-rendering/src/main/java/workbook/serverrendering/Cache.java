package workbook.serverrendering;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Table;

/// The same requests against a back end that fails for a while.
@Command(
    name = "server-rendering/cache",
    description = "Requests against a cache whose back end fails for a while, second by second.")
public final class Cache implements Example {

  private static final int[] REQUESTS = {0, 30, 59, 60, 61, 130, 140, 185, 200, 201};

  @Option(
      names = "--stale",
      paramLabel = "SECONDS",
      description = "stale-while-revalidate; ${DEFAULT-VALUE} if not given.")
  private int stale = 60;

  @Option(
      names = "--down",
      paramLabel = "SECOND",
      description = "When the back end begins to fail; ${DEFAULT-VALUE} if not given.")
  private int down = 100;

  @Option(
      names = "--up",
      paramLabel = "SECOND",
      description = "When it answers again; ${DEFAULT-VALUE} if not given.")
  private int up = 190;

  private int now;

  static void main(String[] args) {
    Example.main(new Cache(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--stale", stale, 0, 1_000_000);
    Example.between("--down", down, 0, 1_000_000);
    Example.between("--up", up, 0, 1_000_000);
    List<String> asked = new ArrayList<>();
    StaleWhileRevalidate<String, String> cache =
        new StaleWhileRevalidate<>(
            () -> Instant.ofEpochSecond(now),
            Duration.ofSeconds(60),
            Duration.ofSeconds(stale),
            _ -> backEnd(asked),
            // At once, so that the table is the same every time; a server takes another thread.
            Runnable::run);
    out.printf("Cache-Control: max-age=60, stale-while-revalidate=%d%n%n", stale);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("second", "answer", "state", "back end"));
    for (int second : REQUESTS) {
      now = second;
      asked.clear();
      String answer;
      String state;
      try {
        StaleWhileRevalidate.Answer<String> got = cache.get("/");
        answer = got.value();
        state = got.state().name().toLowerCase(Locale.ROOT);
      } catch (CompletionException _) {
        answer = "none: status 503";
        state = "expired";
      }
      rows.add(List.of(String.valueOf(second), answer, state, String.join(", ", asked)));
    }
    Table.print(rows, out);
    return 0;
  }

  private String backEnd(List<String> asked) {
    if (now >= down && now < up) {
      asked.add("fails");
      throw new IllegalStateException("the back end is down");
    }
    asked.add("answers");
    return "page of second " + now;
  }
}
