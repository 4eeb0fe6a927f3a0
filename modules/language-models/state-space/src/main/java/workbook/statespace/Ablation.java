package workbook.statespace;

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

/// What part of selective copying is selectivity: each coefficient made selective by itself, and
/// left out by itself, beside controls. Without `--again` it prints what was recorded.
@Command(
    name = "state-space/ablation",
    description = "Print which models learn selective copying, or train them all again.")
public final class Ablation implements Example {

  private static final RunsTable<Trial.Outcome> TABLE =
      new RunsTable<>(Ablation.class, "ablation.csv", Trial.Outcome::of, Trial.Outcome::line);

  @Mixin private AgainOption again;

  @Mixin private ThreadsOption threads;

  private final TrainingRun training;

  Ablation(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Ablation(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    List<Trial.Outcome> outcomes =
        again.results(TABLE, Trial.all(), Trial::name, trial -> train(out, trial));
    out.printf(
        "%d symbols among %d places, %d steps, seeds 1 to %d; shares that are right%n%n",
        Trial.SYMBOLS, Trial.PLACES, Trial.STEPS, Trial.SEEDS);
    out.printf(
        "%-8s%-13s%12s   %-24s%s%n",
        "places", "mixer", "parameters", "symbols", "all " + Trial.SYMBOLS);
    for (Trial kind : Trial.KINDS) {
      List<Trial.Outcome> ofKind =
          outcomes.stream().filter(outcome -> outcome.trial().seed(0).equals(kind)).toList();
      if (!ofKind.isEmpty()) {
        out.printf(
            "%-8s%-13s%,12d   %-24s%s%n",
            kind.selective() ? "any" : "first",
            kind.arm().mixer(),
            parameters(kind),
            spread(ofKind, Trial.Outcome::symbols),
            spread(ofKind, Trial.Outcome::whole));
      }
    }
    return 0;
  }

  private static long parameters(Trial kind) {
    return new Mamba(kind.arm(), Trial.SIZE, kind.task().time(), 0)
        .parameters().values().stream().mapToLong(tensor -> tensor.size()).sum();
  }

  private static String spread(
      List<Trial.Outcome> outcomes, ToDoubleFunction<Trial.Outcome> share) {
    DoubleSummaryStatistics all = outcomes.stream().mapToDouble(share).summaryStatistics();
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", all.getAverage(), all.getMin(), all.getMax());
  }

  private Optional<Trial.Outcome> train(PrintStream out, Trial trial) {
    out.println(trial.name());
    try (Team team = threads.team()) {
      CopyRun run =
          new CopyRun(
              trial.task(),
              trial.arm(),
              Trial.SIZE,
              Trial.STEPS,
              trial.seed(),
              new ParallelKernels(FloatKernels.best(), team));
      if (!training.run(out, run, Trial.STEPS, CopyRun.ROWS * trial.task().time())) {
        return Optional.empty();
      }
      CopyRun.Score score = run.score();
      return Optional.of(new Trial.Outcome(trial, score.symbols(), score.whole()));
    }
  }

  static List<Trial.Outcome> recorded() {
    return TABLE.recorded();
  }
}
