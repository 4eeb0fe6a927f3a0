package workbook.dataquality;

import java.io.PrintStream;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.AgainOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.RunsTable;
import workbook.lab.TrainingRun;

/// What bad data costs: one small GPT, as many steps, and other text to read. Without `--again` it
/// prints what was recorded.
@Command(
    name = "data-quality/cost",
    description =
        "Print what repeated, noisy and mixed text costs a small GPT, or train it all again.")
public final class Cost implements Example {

  private static final RunsTable<Trial.Outcome> TABLE =
      new RunsTable<>(Cost.class, "cost.csv", Trial.Outcome::of, Trial.Outcome::line);

  @Mixin private AgainOption again;

  private final TrainingRun training;

  Cost(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Cost(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    List<Trial.Outcome> outcomes =
        again.results(
            TABLE,
            Trial.all(),
            trial -> trial.arm() + "," + trial.seed(),
            trial -> train(out, trial));
    Source source = new Source(1);
    out.printf(
        Locale.ROOT,
        "nats per word after %d steps of %d sequences; entropy %.3f, of bigrams %.3f; seeds 1 to"
            + " %d%n%n",
        Learner.STEPS,
        Learner.ROWS,
        source.entropy(),
        source.entropyOfBigrams(),
        Trial.SEEDS);
    out.printf("%-31s%-24s%-24s%s%n", "", "loss on new text of A", "of B", "on what was read");
    for (String arm : Trial.ARMS) {
      List<Trial.Outcome> ofArm =
          outcomes.stream().filter(outcome -> outcome.trial().arm().equals(arm)).toList();
      if (!ofArm.isEmpty()) {
        out.printf(
            "%-31s%-24s%-24s%s%n",
            name(arm),
            spread(ofArm, Trial.Outcome::a),
            arm.startsWith("share") ? spread(ofArm, Trial.Outcome::b) : "",
            spread(ofArm, Trial.Outcome::own));
      }
    }
    return 0;
  }

  private static String name(String arm) {
    String n = arm.substring(arm.lastIndexOf('-') + 1);
    return switch (arm.replaceAll("-[0-9]+$", "")) {
      case "epochs" -> n.equals("1") ? "all new" : "each %s times".formatted(n);
      case "pool" -> "half of it from a pool of " + n;
      case "noise" -> "half of it shuffled";
      case "filtered" -> "  filtered, twice";
      case "half-the-steps" -> "  all clean, half the steps";
      default -> n + " % from A, the rest from B";
    };
  }

  private static String spread(List<Trial.Outcome> outcomes, ToDoubleFunction<Trial.Outcome> loss) {
    DoubleSummaryStatistics all = outcomes.stream().mapToDouble(loss).summaryStatistics();
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", all.getAverage(), all.getMin(), all.getMax());
  }

  private Optional<Trial.Outcome> train(PrintStream out, Trial trial) {
    out.printf("%s, seed %d%n", trial.arm(), trial.seed());
    Learner learner = new Learner(trial.slots(), trial.steps(), trial.seed());
    LastSteps last = new LastSteps(learner, trial.steps());
    return training.run(out, last, trial.steps(), Learner.ROWS * Learner.CONTEXT)
        ? Optional.of(Trial.outcome(trial, learner, last.mean()))
        : Optional.empty();
  }

  /// Takes steps, and adds up the losses of the last ones.
  static final class LastSteps implements TrainingRun.Step {

    private static final int LAST = 16;

    private final Learner learner;
    private final int steps;
    private double sum;

    LastSteps(Learner learner, int steps) {
      this.learner = learner;
      this.steps = steps;
    }

    @Override
    public float take(int done) {
      float loss = learner.step(done);
      sum += done >= steps - LAST ? loss : 0;
      return loss;
    }

    double mean() {
      return sum / LAST;
    }
  }

  static List<Trial.Outcome> recorded() {
    return TABLE.recorded();
  }
}
