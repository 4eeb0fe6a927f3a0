package workbook.dataquality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// Runs all steps over a file of any size, and says how fast, and with how much memory. The test
/// set and the good texts that they know are those of a generated crawl.
@Command(
    name = "data-quality/clean",
    description =
        "Run all steps over a file that data-quality/crawl-file has written, and say how fast.")
public final class Clean implements Example {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Documents, a line of JSON each: {\"id\":17,\"text\":\"…\"}.")
  private String file;

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description = "Where the results go: a new folder, or an empty one.")
  private String folder;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads judge documents; ${DEFAULT-VALUE} if not given.")
  private int threads = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the crawl whose test set is known; ${DEFAULT-VALUE} if not given.")
  private int seed = 1;

  static void main(String[] args) {
    Example.main(new Clean(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--threads", threads, 1, 64);
    Example.between("--seed", seed, 0, 1_000_000);
    Path in = Path.of(file);
    if (!Files.isRegularFile(in) || !Files.isReadable(in)) {
      throw new Refusal("FILE must be a file that can be read, and was '%s'".formatted(file));
    }
    Path results = emptyFolder();
    try (TemporaryFolder temporary = TemporaryFolder.in(results)) {
      long start = System.nanoTime();
      Crawl crawl = new Crawl(seed);
      Filters filters = new Filters(new Filters.Known(crawl.knownGood(), crawl.testSet()));
      Pipeline.Results written = Pipeline.Results.in(temporary.path());
      Pipeline.Report report = new Pipeline(filters, threads, temporary.path()).run(in, written);
      for (Path result : List.of(written.kept(), written.removed(), written.quarantine())) {
        Files.move(result, results.resolve(result.getFileName()));
      }
      print(out, report, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new Refusal(
          "%s, cleaned into %s: %s: %s"
              .formatted(file, folder, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
    return 0;
  }

  /// So that no file is replaced, be it an earlier result or the input itself.
  private Path emptyFolder() {
    String wanted = "FOLDER must be a new folder, or an empty one, and was '%s'".formatted(folder);
    if (folder.isBlank()) {
      throw new Refusal(wanted);
    }
    try {
      Path path = Files.createDirectories(Path.of(folder));
      try (Stream<Path> there = Files.list(path)) {
        if (there.findAny().isPresent()) {
          throw new Refusal(wanted);
        }
      }
      return path;
    } catch (IOException e) {
      throw new Refusal(wanted, e);
    }
  }

  private static void print(PrintStream out, Pipeline.Report report, double seconds) {
    out.printf(Locale.ROOT, "%-12s %,12d%n", "records", report.records());
    out.printf(Locale.ROOT, "%-12s %,12d%n", "damaged", report.damaged());
    for (String step : Filters.STEPS) {
      out.printf(Locale.ROOT, "%-12s %,12d%n", step, report.removed().getOrDefault(step, 0L));
    }
    out.printf(Locale.ROOT, "%-12s %,12d%n", "kept", report.kept());
    out.printf(
        Locale.ROOT,
        "%,d pairs compared; %.1f s, %,.0f records/s%s%s%n",
        report.candidates(),
        seconds,
        report.records() / seconds,
        processors(),
        peak());
  }

  /// How long the processors worked for this process, which on a busy machine is less.
  static String processors() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(time -> String.format(Locale.ROOT, ", %.1f s of processors", time.toMillis() / 1e3))
        .orElse("");
  }

  /// What Linux says of this process's memory at its largest; nothing elsewhere.
  static String peak() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line ->
              ", peak memory %s MB".formatted(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024))
          .findFirst()
          .orElse("");
    } catch (IOException _) {
      return "";
    }
  }
}
