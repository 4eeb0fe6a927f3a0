package workbook.dataquality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// Runs all steps over a file of any size, and says how fast, and with how much memory.
@Command(
    name = "data-quality/clean",
    description = "Run all steps over a file of documents, and say how fast.")
public final class Clean implements Example {

  @Parameters(index = "0", paramLabel = "FILE", description = "Documents, a line of JSON each.")
  private String file;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the results go.")
  private String folder;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads judge documents; ${DEFAULT-VALUE} if not given.")
  private int threads = 1;

  static void main(String[] args) {
    Example.main(new Clean(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--threads", threads, 1, 64);
    Path in = Path.of(file);
    if (!Files.isRegularFile(in)) {
      throw new Refusal("FILE must be a file, and was '%s'".formatted(file));
    }
    try {
      Path results = Files.createDirectories(Path.of(folder));
      Path temporary = Files.createTempDirectory(results, "work");
      try {
        long start = System.nanoTime();
        Crawl crawl = new Crawl(1);
        Filters filters = new Filters(new Filters.Known(crawl.knownGood(), crawl.testSet()));
        Pipeline.Report report =
            new Pipeline(filters, threads, temporary).run(in, Pipeline.Results.in(results));
        print(out, report, (System.nanoTime() - start) / 1e9);
      } finally {
        delete(temporary);
      }
    } catch (IOException e) {
      throw new Refusal("%s: %s".formatted(folder, e.getMessage()), e);
    }
    return 0;
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

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
