package workbook.dataquality;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Countdown;
import workbook.lab.Example;

/// All steps over a generated crawl, each with its precision and recall: it is known what each
/// document is.
@Command(
    name = "data-quality/steps",
    description = "Run all steps over a generated crawl, each with its precision and recall.")
public final class Steps implements Example {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the documents; ${DEFAULT-VALUE} if not given.")
  private int seed = 1;

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "How many; ${DEFAULT-VALUE} if not given.")
  private int documents = 5000;

  static void main(String[] args) {
    Example.main(new Steps(), args);
  }

  /// How many documents of each kind each step removed; `kept` is a step, too.
  ///
  /// @param damaged how many lines were no documents
  record Table(Map<String, Map<Kind, Integer>> counts, long damaged) {

    int count(String step, Kind kind) {
      return counts.getOrDefault(step, Map.of()).getOrDefault(kind, 0);
    }

    int removed(String step) {
      return Arrays.stream(Kind.values()).mapToInt(kind -> count(step, kind)).sum();
    }

    /// How many of those that a step removed are what it is there for.
    int right(String step) {
      return Arrays.stream(Kind.values())
          .filter(kind -> kind.step().equals(step))
          .mapToInt(kind -> count(step, kind))
          .sum();
    }

    /// How many there were to be found.
    int planted(String step) {
      return Arrays.stream(Kind.values())
          .filter(kind -> kind.step().equals(step))
          .mapToInt(this::all)
          .sum();
    }

    int all(Kind kind) {
      return counts.keySet().stream().mapToInt(step -> count(step, kind)).sum();
    }
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--seed", seed, 0, 1_000_000);
    Example.between("--documents", documents, 100, 1_000_000);
    Table table = table(seed, documents);
    out.printf(
        Locale.ROOT,
        "%,d lines, seed %d: %d damaged, %,d documents are to be kept%n%n",
        documents,
        seed,
        table.damaged(),
        table.all(Kind.CLEAN));
    out.println("step        planted  removed  right  precision  recall");
    for (String step : Filters.STEPS) {
      row(out, step, table.planted(step), table.removed(step), table.right(step));
    }
    row(out, "kept", table.all(Kind.CLEAN), table.removed("kept"), table.count("kept", Kind.CLEAN));
    return 0;
  }

  private static void row(PrintStream out, String step, int planted, int removed, int right) {
    out.printf(
        Locale.ROOT,
        "%-11s %7d %8d %6d %10s %7s%n",
        step,
        planted,
        removed,
        right,
        share(right, removed),
        share(right, planted));
  }

  private static String share(int part, int all) {
    return all == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) part / all);
  }

  static Table table(long seed, int documents) {
    try (TemporaryFolder temporary = TemporaryFolder.ofSystem()) {
      Path file = temporary.path().resolve("crawl.jsonl");
      try (Countdown none = new Countdown(null, System::nanoTime, "", 1)) {
        CrawlFile.write(file, Long.MAX_VALUE, documents, seed, none);
      }
      Crawl crawl = new Crawl(seed);
      Filters filters = new Filters(new Filters.Known(crawl.knownGood(), crawl.testSet()));
      Pipeline.Results results = Pipeline.Results.in(temporary.path());
      Pipeline.Report report = new Pipeline(filters, 1, temporary.path()).run(file, results);
      return new Table(counts(crawl, results), report.damaged());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Map<Kind, Integer>> counts(Crawl crawl, Pipeline.Results results)
      throws IOException {
    Map<String, Map<Kind, Integer>> counts = new TreeMap<>();
    List<String> removed = Files.readAllLines(results.removed());
    for (String line : removed) {
      String[] parts = line.split(" ", 2);
      count(counts, parts[1], crawl.kind(Long.parseLong(parts[0])));
    }
    for (String line : Files.readAllLines(results.kept())) {
      long id = Long.parseLong(line.replaceAll("^\\{\"id\":([0-9]+),.*", "$1"));
      count(counts, "kept", crawl.kind(id));
    }
    return counts;
  }

  private static void count(Map<String, Map<Kind, Integer>> counts, String step, Kind kind) {
    counts.computeIfAbsent(step, _ -> new TreeMap<>()).merge(kind, 1, Integer::sum);
  }
}
