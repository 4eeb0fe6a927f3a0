package workbook.serverrendering;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.graalvm.polyglot.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Table;

/// What a page costs, by what is made anew for it.
@Command(
    name = "server-rendering/costs",
    description = "Milliseconds a page, by what is made anew for it: engine, context, or nothing.")
public final class Costs implements Example {

  /// The first pages are slower: classes are loaded and code is compiled.
  private static final int WARM_UP = 30;

  private static final int ENGINES = 5;

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "How many are rendered of each kind; ${DEFAULT-VALUE} if not given.")
  private int pages = 100;

  static void main(String[] args) {
    Example.main(new Costs(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--pages", pages, 10, 100_000);
    String payload = Page.of("", "/products/1", "").payload();
    try (Renderer renderer = new Renderer(1);
        Context shared = renderer.context()) {
      Runnable inContext = () -> renderer.render(payload).join();
      median(WARM_UP, inContext);
      Table.print(
          List.of(
              List.of("for each page", "median ms", "users kept apart"),
              List.of("a new engine", median(ENGINES, () -> inNewEngine(payload)), "yes"),
              List.of("a new context", median(pages, inContext), "yes"),
              List.of("nothing", median(pages, () -> Renderer.render(shared, payload)), "no")),
          out);
    }
    return 0;
  }

  private static void inNewEngine(String payload) {
    try (Renderer renderer = new Renderer(1)) {
      renderer.render(payload).join();
    }
  }

  private static String median(int times, Runnable task) {
    long[] nanos =
        LongStream.range(0, times)
            .map(_ -> {
              long start = System.nanoTime();
              task.run();
              return System.nanoTime() - start;
            })
            .toArray();
    Arrays.sort(nanos);
    return "%.1f".formatted(nanos[times / 2] / 1e6);
  }
}
