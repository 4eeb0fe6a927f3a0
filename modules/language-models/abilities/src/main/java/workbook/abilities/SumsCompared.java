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

/// Sums of 8 digits by a small model alone, and with a calculator. Without `--again` it prints what
/// was recorded.
@Command(
    name = "abilities/sums-compared",
    description = "Print how many sums a small model gets right, alone and with a calculator.")
public final class SumsCompared implements Example {

  static final int SEEDS = 5;

  /// How a training went: shares of sums that came out right.
  ///
  /// @param with the calculator answers the calls, if there are any
  /// @param broken its answers are 1 too large
  /// @param guess nothing stops the model at a call
  record Outcome(Sums sums, long seed, double with, double broken, double guess) {

    private static final String SHARE = ",(0\\.[0-9]{2}|1\\.00)";

    String line() {
      return String.format(
          Locale.ROOT, "%s,%d,%.2f,%.2f,%.2f", sums.lowerCase(), seed, with, broken, guess);
    }

    static Optional<Outcome> of(String line) {
      if (!line.matches("(alone|reversed|call|unmasked),[1-" + SEEDS + "](" + SHARE + "){3}")) {
        return Optional.empty();
      }
      String[] parts = line.split(",");
      return Optional.of(
          new Outcome(
              Sums.valueOf(parts[0].toUpperCase(Locale.ROOT)),
              Long.parseLong(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3]),
              Double.parseDouble(parts[4])));
    }
  }

  private static final RunsTable<Outcome> TABLE =
      new RunsTable<>(SumsCompared.class, "sums.csv", Outcome::of, Outcome::line);

  @Mixin private AgainOption again;

  @Mixin private ThreadsOption threads;

  private final TrainingRun training;

  SumsCompared(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop ->
        Example.run(new SumsCompared(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    print(
        out,
        again.results(
            TABLE,
            Seeded.all(List.of(Sums.values()), SEEDS),
            one -> one.arm().lowerCase() + "," + one.seed(),
            one -> train(out, one.arm(), one.seed())));
    return 0;
  }

  private static void print(PrintStream out, List<Outcome> outcomes) {
    out.printf(
        "sums of two numbers of 8 digits, %d of them; shares that are right, seeds 1 to %d%n%n",
        SumsRun.TESTED, SEEDS);
    out.printf(
        "%-10s%6s  %-20s%-20s%s%n",
        "trained to", "steps", "with a calculator", "with a broken one", "not stopped");
    for (Sums sums : Sums.values()) {
      List<Outcome> of = outcomes.stream().filter(outcome -> outcome.sums() == sums).toList();
      if (!of.isEmpty()) {
        out.printf(
            "%-10s%6d  %-20s%-20s%s%n",
            sums.lowerCase(),
            sums.steps(),
            sums.calls() ? spread(of, Outcome::with) : "",
            sums.calls() ? spread(of, Outcome::broken) : "",
            spread(of, Outcome::guess));
      }
    }
  }

  private static String spread(List<Outcome> outcomes, ToDoubleFunction<Outcome> share) {
    DoubleSummaryStatistics all = outcomes.stream().mapToDouble(share).summaryStatistics();
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", all.getAverage(), all.getMin(), all.getMax());
  }

  private Optional<Outcome> train(PrintStream out, Sums sums, long seed) {
    out.printf("%s,%d%n", sums.lowerCase(), seed);
    try (Team team = threads.team()) {
      SumsRun run =
          new SumsRun(sums, sums.steps(), seed, new ParallelKernels(FloatKernels.best(), team));
      int tokens = SumsRun.ROWS * sums.row(new Sums.Pair(Sums.MOST, Sums.MOST)).tokens().length;
      return training.run(out, run, sums.steps(), tokens)
          ? Optional.of(outcome(run, sums, seed))
          : Optional.empty();
    }
  }

  static Outcome outcome(SumsRun run, Sums sums, long seed) {
    return new Outcome(
        sums, seed, run.right(Calculator::answer), run.right(SumsCompared::broken), run.ownGuess());
  }

  /// A calculator whose results are 1 too large.
  static String broken(String call) {
    String answer = Calculator.answer(call);
    return answer.startsWith("error") ? answer : String.valueOf(Long.parseLong(answer) + 1);
  }

  static List<Outcome> recorded() {
    return TABLE.recorded();
  }
}
