package workbook.abilities;

import java.io.PrintStream;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.AgainOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.RunsTable;
import workbook.lab.TrainingRun;

/// Questions about an invented world, by a small model alone and with the texts that [Bm25] finds.
/// Without `--again` it prints what was recorded.
@Command(
    name = "abilities/retrieval",
    description = "Print how many questions a small model answers, alone and from texts.")
public final class Retrieval implements Example {

  static final int SEEDS = 5;
  static final int STEPS = 700;

  private static final RunsTable<Answers> TABLE =
      new RunsTable<>(Retrieval.class, "retrieval.csv", Answers::of, Answers::line);

  @Mixin private AgainOption again;

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
    List<Answers> outcomes =
        again.results(
            TABLE,
            Seeded.all(List.of(Reader.Kind.values()), SEEDS),
            one -> one.arm().lowerCase() + "," + one.seed(),
            one -> train(out, one.arm(), one.seed()));
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

  private Optional<Answers> train(PrintStream out, Reader.Kind kind, long seed) {
    out.printf("%s,%d%n", kind.lowerCase(), seed);
    try (Team team = threads.team()) {
      Reader reader = new Reader(kind, STEPS, seed, new ParallelKernels(FloatKernels.best(), team));
      return training.run(out, reader, STEPS, Reader.ROWS * Reader.PLACES)
          ? Optional.of(Answers.by(reader, kind, seed))
          : Optional.empty();
    }
  }

  static List<Answers> recorded() {
    return TABLE.recorded();
  }
}
