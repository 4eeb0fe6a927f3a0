package workbook.ngram;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.text.CorpusOption;
import workbook.text.Score;

/// How fast a text is counted and scored on this machine, and what an n-gram costs in memory. Times
/// are of the processor, so that what else the machine does counts less; the best of five runs.
@Command(
    name = "ngram/measure",
    description = "How fast a text is counted and scored here, and what an n-gram costs in memory.")
public final class Measure implements Example {

  private static final int RUNS = 5;
  private static final int ORDER = 5;

  @Mixin private CorpusOption text;
  @Mixin private OrderOption order;

  static void main(String[] args) {
    Example.main(new Measure(), args);
  }

  @Override
  public int run(PrintStream out) {
    int longest = order.orElse(ORDER);
    measure(out, text.corpus(), longest);
    return 0;
  }

  private static void measure(PrintStream out, Corpus corpus, int order) {
    double counting = Double.POSITIVE_INFINITY;
    double building = Double.POSITIVE_INFINITY;
    double scoring = Double.POSITIVE_INFINITY;
    double compiled = Double.POSITIVE_INFINITY;
    long countBytes = 0;
    long backoffBytes = 0;
    long grams = 0;
    Score score = null;
    for (int run = 0; run < RUNS; run++) {
      long start = now();
      Counts counts =
          Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), order);
      counting = Math.min(counting, secondsSince(start));
      start = now();
      Interpolated model = Interpolated.modifiedKneserNey(counts);
      Backoff backoff = Backoff.of(model);
      building = Math.min(building, secondsSince(start));
      start = now();
      score = Score.of(model, corpus);
      scoring = Math.min(scoring, secondsSince(start));
      start = now();
      Score.of(backoff, corpus);
      compiled = Math.min(compiled, secondsSince(start));
      countBytes = counts.bytes();
      backoffBytes = backoff.bytes();
      grams = 0;
      for (int k = 1; k <= order; k++) {
        grams += counts.distinct(k);
      }
    }
    int learned = corpus.split();
    int asked = corpus.length() - corpus.split();
    out.printf("%s, order %d: %d different n-grams%n", corpus.name(), order, grams);
    row(out, "counted", learned / counting, (double) countBytes / grams);
    row(out, "mod. KN, built", learned / building, (double) backoffBytes / grams);
    row(out, "scored from the counts", asked / scoring, 0);
    row(out, "scored as back-off", asked / compiled, 0);
    out.printf(Locale.ROOT, "  %.4f nats per character%n", score.natsPerCharacter());
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double secondsSince(long start) {
    return (now() - start) / 1e9;
  }

  private static void row(PrintStream out, String what, double rate, double bytes) {
    out.printf(
        Locale.ROOT,
        "  %-24s %8.2f million characters per second%s%n",
        what,
        rate / 1e6,
        bytes == 0 ? "" : String.format(Locale.ROOT, ", %.1f bytes per n-gram", bytes));
  }
}
