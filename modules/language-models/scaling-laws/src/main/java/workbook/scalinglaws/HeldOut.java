package workbook.scalinglaws;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.lab.AgainOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;

/// A run of ten times the compute of the largest one that the laws were fitted to: what they said
/// of it before it was made, and what came out.
@Command(
    name = "scaling-laws/held-out",
    description = "Print what was predicted of a run ten times larger, and what came out.")
public final class HeldOut implements Example {

  static final int BOOTSTRAPS = 200;

  /// Twice as wide as any in the ladder; the tokens make it ten times the compute.
  private static final int WIDTH = 512;

  /// What was said of a run before it was made.
  ///
  /// @param interval of the bootstrap
  record Prediction(long seed, double loss, Interval interval) {

    String line() {
      return String.format(
          Locale.ROOT, "%d,%.4f,%.4f,%.4f", seed, loss, interval.low(), interval.high());
    }

    static Prediction of(String line) {
      String[] parts = line.split(",");
      return new Prediction(
          Long.parseLong(parts[0]),
          Double.parseDouble(parts[1]),
          new Interval(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
    }

    static Prediction by(long seed) {
      List<Point> points = points(seed);
      Setting setting = setting(seed);
      return new Prediction(
          seed,
          LawFit.fit(points).law().loss(setting.parameters(), setting.tokens()),
          Interval.of(
              LawFit.bootstrap(points, BOOTSTRAPS, seed).stream()
                  .mapToDouble(law -> law.loss(setting.parameters(), setting.tokens()))));
    }
  }

  @Mixin private AgainOption again;

  @Option(names = "--predict", description = "Fit the laws again, and print what they say of it.")
  private boolean predict;

  private final TrainingRun training;

  HeldOut(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new HeldOut(TrainingRun.here(stop)), System.out, System.err, args));
  }

  static Setting setting(long seed) {
    Setting largest =
        Setting.ladder(seed).stream().max(Comparator.comparingDouble(Setting::flops)).orElseThrow();
    double tokens = 10 * largest.flops() / (6.0 * Network.parameters(WIDTH));
    return new Setting(WIDTH, (int) Math.ceil(tokens / NetworkRun.BATCH) * NetworkRun.BATCH, seed);
  }

  /// All that was trained with a seed, but for the run that is held out.
  static List<Point> points(long seed) {
    return Runs.recorded().stream()
        .filter(outcome -> outcome.setting().seed() == seed)
        .map(Point::of)
        .toList();
  }

  static List<Prediction> predictions() {
    try (InputStream in = HeldOut.class.getResourceAsStream("prediction.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Prediction::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int run(PrintStream out) {
    if (predict && again.file().isPresent()) {
      throw new IllegalArgumentException("--predict fits, --again trains: one of them");
    }
    if (predict) {
      LongStream.rangeClosed(1, Runs.SEEDS)
          .forEach(seed -> out.println(Prediction.by(seed).line()));
      return 0;
    }
    List<Outcome> outcomes =
        again.results(
            Runs.table("held-out.csv", setting -> setting.equals(setting(setting.seed()))),
            LongStream.rangeClosed(1, Runs.SEEDS).mapToObj(HeldOut::setting).toList(),
            Setting::name,
            Runs.trainer(out, training, again.file().map(file -> Path.of(file + ".checkpoint"))));
    Setting setting = setting(1);
    out.printf(
        "width %d, N = %,d, D = %,d: %.1f times the compute of the largest run fitted%n%n",
        WIDTH,
        setting.parameters(),
        setting.tokens(),
        setting.flops() / points(1).stream().mapToDouble(Point::flops).max().orElseThrow());
    out.printf("seed  predicted  5 to 95 %%           came out  off by%n");
    for (Prediction prediction : predictions()) {
      outcomes.stream()
          .filter(outcome -> outcome.setting().equals(setting(prediction.seed())))
          .forEach(outcome ->
              out.printf(
                  Locale.ROOT,
                  "%4d %10.4f  %s %9.4f %+7.4f%n",
                  prediction.seed(),
                  prediction.loss(),
                  prediction.interval().text(4),
                  outcome.loss(),
                  outcome.loss() - prediction.loss()));
    }
    return 0;
  }
}
