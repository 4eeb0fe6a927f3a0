package workbook.abilities;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.RunsFile;
import workbook.lab.TrainingRun;

/// Several kinds of training (arms), each with several seeds. Without `--again` it prints what was
/// recorded.
abstract class Experiment implements Example {

  @Option(
      names = "--again",
      paramLabel = "FILE",
      description =
          "Train all again, some minutes, and keep each result in this file; what is there is not"
              + " trained again.")
  private String again;

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
    if (again == null) {
      print(out, recorded());
      return 0;
    }
    String arm = arms().getFirst();
    String line = Outcome.of(arm, 1, new double[numbers(arm)]).line();
    RunsFile file = RunsFile.open("--again", again, line, this::isOne);
    train(out, file);
    print(out, outcomes(file.lines().stream()));
    return 0;
  }

  private boolean isOne(String line) {
    return Outcome.of(line)
        .filter(outcome -> arms().contains(outcome.arm()))
        .filter(outcome -> outcome.seed() <= seeds())
        .filter(outcome -> outcome.numbers().size() == numbers(outcome.arm()))
        .isPresent();
  }

  private void train(PrintStream out, RunsFile file) {
    for (long seed : LongStream.rangeClosed(1, seeds()).toArray()) {
      for (String arm : arms()) {
        String name = arm + "," + seed + ",";
        if (file.lines().stream().noneMatch(line -> line.startsWith(name))) {
          out.printf("%s, seed %d%n", arm, seed);
          Run run = start(arm, seed);
          if (!training.run(
              out, run, _ -> {}, 0, steps(), tokens(arm), Optional.empty(), steps())) {
            return;
          }
          file.add(Outcome.of(arm, seed, run.numbers()).line());
        }
      }
    }
  }

  List<Outcome> recorded() {
    try (InputStream in = Experiment.class.getResourceAsStream(recordedIn())) {
      return outcomes(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Outcome> outcomes(Stream<String> lines) {
    return lines.map(line -> Outcome.of(line).orElseThrow()).toList();
  }

  static List<Outcome> of(String arm, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.arm().equals(arm)).toList();
  }
}
