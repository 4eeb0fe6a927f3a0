package workbook.scalinglaws;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.Refusal;
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
          "Train all again, and keep each result in this file; what is there is not trained again.")
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
      Path file = Path.of(again);
      train(out, file, settings(seeds), training);
      outcomes = kept(file);
    }
    out.printf("seed  trainings  of the ladder  of equal compute  lowest loss%n");
    for (long one : seeds) {
      List<Outcome> ofSeed =
          outcomes.stream().filter(outcome -> outcome.setting().seed() == one).toList();
      List<Setting> ladder = Setting.ladder(one);
      long ofLadder =
          ofSeed.stream().filter(outcome -> ladder.contains(outcome.setting())).count();
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
  static void train(PrintStream out, Path file, List<Setting> settings, TrainingRun training) {
    List<Outcome> done = kept(file);
    endLastLine(file);
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
        append(file, outcome.get().line() + "\n");
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

  /// Also tells, with nothing to append, whether it can be written before anything is trained.
  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (NoSuchFileException e) {
      throw new Refusal("%s cannot be written: there is no such folder".formatted(file), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// So that what is appended begins a line of its own, whatever an editor left behind the last.
  private static void endLastLine(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      append(file, text.isEmpty() || text.endsWith("\n") ? "" : "\n");
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  static List<Outcome> recorded() {
    return recorded("runs.csv");
  }

  static List<Outcome> recorded(String name) {
    try (InputStream in = Runs.class.getResourceAsStream(name)) {
      return outcomes(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a file of results holds; nothing if there is none.
  static List<Outcome> kept(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return outcomes(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new Refusal("%s cannot be read: it is no UTF-8".formatted(file), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<Outcome> outcomes(String name, String text) {
    return text.lines()
        .map(line ->
            Outcome.of(line)
                .orElseThrow(() ->
                    new Refusal(
                        "%s: wants lines as 8,16384,1, and eight losses as 1.40170, and has '%s'"
                            .formatted(name, line))))
        .toList();
  }
}
