package workbook.scalinglaws;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.RunsFile;
import workbook.lab.TrainingRun;

/// All trainings that the laws are fitted to. Without `--again` it says what was recorded.
@Command(
    name = "scaling-laws/runs",
    description = "Say which trainings were recorded, or train them all again.")
public final class Runs implements Example {

  static final int SEEDS = 5;

  @Option(
      names = "--again",
      paramLabel = "FILE",
      description =
          "Train all again, some five minutes of one processor, and keep each result in this file; what is there is not trained again.")
  private String again;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of this seed only, 1 to 9999; if not given, seeds 1 to 5.")
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
      Example.between("--seed", seed, 1, 9999);
      seeds = List.of((long) seed);
    }
    List<Outcome> outcomes;
    if (again == null) {
      outcomes = recorded();
    } else {
      RunsFile file = file("--again", again);
      train(out, file, settings(seeds), training);
      outcomes = outcomes(file.lines());
    }
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

  /// Trains what is not in the file yet.
  static void train(PrintStream out, RunsFile file, List<Setting> settings, TrainingRun training) {
    List<Outcome> done = outcomes(file.lines());
    ZipfSource source = new ZipfSource();
    for (Setting setting : settings) {
      if (done.stream().noneMatch(outcome -> outcome.setting().equals(setting))) {
        out.printf(
            "width %d, %d tokens, seed %d%n", setting.width(), setting.tokens(), setting.seed());
        NetworkRun run = new NetworkRun(source, setting, FloatKernels.best());
        Optional<Outcome> outcome = outcome(out, setting, run, training);
        if (outcome.isEmpty()) {
          return;
        }
        file.add(outcome.get().line());
      }
    }
  }

  private static Optional<Outcome> outcome(
      PrintStream out, Setting setting, NetworkRun run, TrainingRun training) {
    List<Double> losses = new ArrayList<>();
    boolean whole =
        training.run(
            out,
            run.recording(setting.steps(), losses),
            _ -> {},
            0,
            setting.steps(),
            NetworkRun.BATCH,
            Optional.empty(),
            setting.steps());
    return whole ? Optional.of(new Outcome(setting, losses)) : Optional.empty();
  }

  static List<Outcome> recorded() {
    return recorded("runs.csv");
  }

  static List<Outcome> recorded(String name) {
    try (InputStream in = Runs.class.getResourceAsStream(name)) {
      return outcomes(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RunsFile file(String option, String name) {
    return RunsFile.open(
        option,
        name,
        "8,16384,1,1.6 1.5 1.5 1.4 1.4 1.4 1.4 1.40738",
        line -> Outcome.of(line).isPresent());
  }

  static List<Outcome> outcomes(List<String> lines) {
    return lines.stream().map(line -> Outcome.of(line).orElseThrow()).toList();
  }
}
