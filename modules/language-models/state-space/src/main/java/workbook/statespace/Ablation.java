package workbook.statespace;

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

/// What part of selective copying is selectivity: each coefficient made selective by itself, and
/// left out by itself, beside controls. Without `--again` it prints what was recorded.
@Command(
    name = "state-space/ablation",
    description = "Print which models learn selective copying, or train them all again.")
public final class Ablation implements Example {

  @Option(
      names = "--again",
      paramLabel = "FILE",
      description =
          "Train all again, some ten minutes, and keep each result in this file; what is there is"
              + " not trained again.")
  private String again;

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
    List<Trial.Outcome> outcomes;
    if (again == null) {
      outcomes = recorded();
    } else {
      RunsFile file =
          RunsFile.open(
              "--again",
              again,
              "mamba,gate,selective,1,0.9912,0.9668",
              line -> Trial.Outcome.of(line).isPresent());
      try (Team team = threads.team()) {
        train(out, file, new ParallelKernels(FloatKernels.best(), team));
      }
      outcomes = outcomes(file.lines());
    }
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

  private void train(PrintStream out, RunsFile file, FloatKernels kernels) {
    List<Trial.Outcome> done = outcomes(file.lines());
    for (long seed = 1; seed <= Trial.SEEDS; seed++) {
      for (Trial kind : Trial.KINDS) {
        Trial trial = kind.seed(seed);
        if (done.stream().noneMatch(outcome -> outcome.trial().equals(trial))) {
          out.println(trial.name());
          Optional<Trial.Outcome> outcome = train(out, trial, kernels);
          if (outcome.isEmpty()) {
            return;
          }
          file.add(outcome.get().line());
        }
      }
    }
  }

  private Optional<Trial.Outcome> train(PrintStream out, Trial trial, FloatKernels kernels) {
    CopyRun run =
        new CopyRun(trial.task(), trial.arm(), Trial.SIZE, Trial.STEPS, trial.seed(), kernels);
    boolean whole =
        training.run(
            out,
            run,
            _ -> {},
            0,
            Trial.STEPS,
            CopyRun.ROWS * trial.task().time(),
            Optional.empty(),
            Trial.STEPS);
    if (!whole) {
      return Optional.empty();
    }
    CopyRun.Score score = run.score();
    return Optional.of(new Trial.Outcome(trial, score.symbols(), score.whole()));
  }

  static List<Trial.Outcome> recorded() {
    try (InputStream in = Ablation.class.getResourceAsStream("ablation.csv")) {
      return outcomes(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Trial.Outcome> outcomes(List<String> lines) {
    return lines.stream().map(line -> Trial.Outcome.of(line).orElseThrow()).toList();
  }
}
