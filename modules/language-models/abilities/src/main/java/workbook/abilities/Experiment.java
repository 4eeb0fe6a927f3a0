package workbook.abilities;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import workbook.lab.AgainOption;
import workbook.lab.Example;
import workbook.lab.RunsTable;
import workbook.lab.TrainingRun;

/// Several kinds of training (arms), each with several seeds. Without `--again` it prints what was
/// recorded.
abstract class Experiment implements Example {

  @Mixin private AgainOption again;

  private final TrainingRun training;

  Experiment(TrainingRun training) {
    this.training = training;
  }

  /// A training on its way, and what it has shown.
  interface Run extends TrainingRun.Step {

    /// To be asked when all steps are done.
    double[] numbers();
  }

  /// The file of recorded results among the resources.
  abstract String recordedIn();

  abstract List<String> arms();

  abstract int seeds();

  /// How many numbers an arm's line has.
  abstract int numbers(String arm);

  abstract int steps();

  /// How many tokens an arm reads in a step.
  abstract int tokens(String arm);

  abstract Run start(String arm, long seed);

  abstract void print(PrintStream out, List<Outcome> outcomes);

  @Override
  public final int run(PrintStream out) {
    print(
        out,
        again.results(
            table(),
            Seeded.all(arms(), seeds()),
            one -> one.arm() + "," + one.seed(),
            one -> train(out, one.arm(), one.seed())));
    return 0;
  }

  private Optional<Outcome> train(PrintStream out, String arm, long seed) {
    out.printf("%s, seed %d%n", arm, seed);
    Run run = start(arm, seed);
    return training.run(out, run, steps(), tokens(arm))
        ? Optional.of(Outcome.of(arm, seed, run.numbers()))
        : Optional.empty();
  }

  private RunsTable<Outcome> table() {
    return new RunsTable<>(
        Experiment.class,
        recordedIn(),
        line -> Outcome.of(line).filter(this::isOne),
        Outcome::line);
  }

  private boolean isOne(Outcome outcome) {
    return arms().contains(outcome.arm())
        && outcome.seed() <= seeds()
        && outcome.numbers().size() == numbers(outcome.arm());
  }

  List<Outcome> recorded() {
    return table().recorded();
  }

  static List<Outcome> of(String arm, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.arm().equals(arm)).toList();
  }
}
