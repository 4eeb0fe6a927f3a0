package workbook.abilities;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.RunsFile;
import workbook.lab.TrainingRun;

/// Questions about an invented world, by a small model alone and with the texts that [Bm25] finds.
/// Without `--again` it prints what was recorded.
@Command(
    name = "abilities/retrieval",
    description = "Print how many questions a small model answers, alone and from texts.")
public final class Retrieval implements Example {

  static final int SEEDS = 5;
  static final int STEPS = 700;

  @Option(
      names = "--again",
      paramLabel = "FILE",
      description =
          "Train all again, some five minutes, and keep each result in this file; what is there is"
              + " not trained again.")
  private String again;

  @Mixin private ThreadsOption threads;

  private final TrainingRun training;

  Retrieval(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Retrieval(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    List<Answers> outcomes = recorded();
    if (again != null) {
      RunsFile file =
          RunsFile.open(
              "--again",
              again,
              "plain,1,0.1250,0.9000,0.1250,0.5000,0.5000",
              line -> Answers.of(line).isPresent());
      try (Team team = threads.team()) {
        train(out, file, new ParallelKernels(FloatKernels.best(), team));
      }
      outcomes = outcomes(file.lines());
    }
    out.printf(
        "%d questions about an invented world; shares, seeds 1 to %d%n%n%-26s  %-21s  %s%n",
        Facts.questions().size(),
        SEEDS,
        "",
        Reader.Kind.PLAIN.lowerCase(),
        Reader.Kind.WARNED.lowerCase());
    row(out, "right, without texts", outcomes, Answers::alone);
    row(out, "right, with 3 found texts", outcomes, Answers::found);
    row(out, "right, with others' texts", outcomes, Answers::others);
    row(out, "right, orders in texts", outcomes, Answers::planted);
    row(out, "did what the texts say", outcomes, Answers::obeyed);
    return 0;
  }

  private static void row(
      PrintStream out, String name, List<Answers> outcomes, ToDoubleFunction<Answers> share) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
    for (Reader.Kind kind : Reader.Kind.values()) {
      DoubleSummaryStatistics all =
          outcomes.stream()
              .filter(outcome -> outcome.kind() == kind)
              .mapToDouble(share)
              .summaryStatistics();
      line.append(
          all.getCount() == 0
              ? "  %-21s".formatted("")
              : String.format(
                  Locale.ROOT,
                  "  %.3f (%.3f to %.3f)",
                  all.getAverage(),
                  all.getMin(),
                  all.getMax()));
    }
    out.println(line.toString().stripTrailing());
  }

  private void train(PrintStream out, RunsFile file, FloatKernels kernels) {
    List<Answers> done = outcomes(file.lines());
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Reader.Kind kind : Reader.Kind.values()) {
        long one = seed;
        if (done.stream().noneMatch(outcome -> outcome.kind() == kind && outcome.seed() == one)) {
          out.printf("%s,%d%n", kind.lowerCase(), seed);
          Reader reader = new Reader(kind, STEPS, seed, kernels);
          if (!training.run(
              out,
              reader,
              _ -> {},
              0,
              STEPS,
              Reader.ROWS * Reader.PLACES,
              Optional.empty(),
              STEPS)) {
            return;
          }
          file.add(Answers.by(reader, kind, seed).line());
        }
      }
    }
  }

  static List<Answers> recorded() {
    try (InputStream in = Retrieval.class.getResourceAsStream("retrieval.csv")) {
      return outcomes(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Answers> outcomes(List<String> lines) {
    return lines.stream().map(line -> Answers.of(line).orElseThrow()).toList();
  }
}
