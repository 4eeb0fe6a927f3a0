package workbook.scalinglaws;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.kernels.FloatKernels;
import workbook.lab.AgainOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.Refusal;
import workbook.lab.RunsTable;
import workbook.lab.TrainingRun;

/// All trainings that the laws are fitted to. Without `--again` it says what was recorded.
@Command(
    name = "scaling-laws/runs",
    description = "Say which trainings were recorded, or train them all again.")
public final class Runs implements Example {

  static final int SEEDS = 5;

  /// Steps between two checkpoints: half a minute of the widest network.
  private static final int BETWEEN = 5000;

  private static final RunsTable<Outcome> TABLE =
      table("runs.csv", setting -> settings(List.of(setting.seed())).contains(setting));

  @Mixin private AgainOption again;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of this seed only: recorded are 1 to 5, with --again it may be up to 9999.")
  private Integer seed;

  private final TrainingRun training;

  Runs(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Runs(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    List<Long> seeds = new ArrayList<>();
    for (long one = 1; one <= SEEDS; one++) {
      seeds.add(one);
    }
    if (seed != null) {
      Example.between("--seed", seed, 1, again.file().isPresent() ? 9999 : SEEDS);
      seeds = List.of((long) seed);
    }
    List<Outcome> outcomes =
        again.results(
            TABLE, settings(seeds), Setting::name, trainer(out, training, Optional.empty()));
    out.printf("seed  trainings  of the ladder  of equal compute  lowest loss%n");
    for (long one : seeds) {
      List<Outcome> ofSeed =
          outcomes.stream().filter(outcome -> outcome.setting().seed() == one).toList();
      List<Setting> ladder = Setting.ladder(one);
      long ofLadder = ofSeed.stream().filter(outcome -> ladder.contains(outcome.setting())).count();
      out.printf(
          "%4d %10d %14d %17d %12s%n",
          one,
          ofSeed.size(),
          ofLadder,
          ofSeed.size() - ofLadder,
          ofSeed.stream()
              .mapToDouble(Outcome::loss)
              .boxed()
              .min(Double::compare)
              .map("%.4f"::formatted)
              .orElse("none"));
    }
    return 0;
  }

  static List<Setting> settings(List<Long> seeds) {
    List<Setting> settings = new ArrayList<>();
    for (long seed : seeds) {
      settings.addAll(Setting.ladder(seed));
      Setting.BUDGETS.forEach(flops -> settings.addAll(Setting.ofBudget(flops, seed)));
    }
    return settings;
  }

  /// @param checkpoint where one that takes minutes is kept on its way, until it is done
  static Function<Setting, Optional<Outcome>> trainer(
      PrintStream out, TrainingRun training, Optional<Path> checkpoint) {
    ZipfSource source = new ZipfSource();
    return setting -> {
      out.printf(
          "width %d, %d tokens, seed %d%n", setting.width(), setting.tokens(), setting.seed());
      NetworkRun run = new NetworkRun(source, setting, FloatKernels.best());
      boolean whole =
          training.run(
              out,
              run,
              run::save,
              checkpoint.map(file -> done(run, file)).orElse(0),
              setting.steps(),
              NetworkRun.BATCH,
              checkpoint,
              BETWEEN);
      if (!whole) {
        return Optional.empty();
      }
      checkpoint.ifPresent(Runs::delete);
      return Optional.of(run.outcome());
    };
  }

  private static int done(NetworkRun run, Path checkpoint) {
    try {
      return Files.exists(checkpoint) ? run.load(checkpoint) : 0;
    } catch (IOException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  private static void delete(Path checkpoint) {
    try {
      Files.delete(checkpoint);
    } catch (IOException e) {
      throw new Refusal("%s cannot be deleted: %s".formatted(checkpoint, e.getMessage()), e);
    }
  }

  static List<Outcome> recorded() {
    return TABLE.recorded();
  }

  /// @param isOne whether a setting is of this table
  static RunsTable<Outcome> table(String resource, Predicate<Setting> isOne) {
    return new RunsTable<>(
        Runs.class,
        resource,
        line -> Outcome.of(line).filter(outcome -> isOne.test(outcome.setting())),
        Outcome::line);
  }
}
