package workbook.paralleltraining;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// A worker dies in the middle of a step.
@Command(
    name = "parallel-training/elastic",
    description = "A worker dies in the middle of a step; the training goes on, to the same bits.")
public final class Elastic implements Example {

  private static final int WORKERS = 4;
  private static final int STEPS = 20;
  private static final int BETWEEN = 5;
  private static final Duration SOON = Duration.ofSeconds(5);

  @Option(
      names = "--worker",
      paramLabel = "R",
      description = "Which one dies, from 0 to 3; ${DEFAULT-VALUE} if not given.")
  private int worker = 2;

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "In which step, from 1 to 20; ${DEFAULT-VALUE} if not given.")
  private int at = 13;

  private final BooleanSupplier stop;

  Elastic(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new Elastic(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--worker", worker, 0, WORKERS - 1);
    Example.between("--step", at, 1, STEPS);
    out.printf("%d workers, a checkpoint after every %d steps%n%n", WORKERS, BETWEEN);
    float interrupted = train(out, true);
    float whole = train(out, false);
    if (stop.getAsBoolean()) {
      out.println("stopped");
      return 0;
    }
    out.printf("%nwith all workers alive: %s%n", loss(STEPS, whole));
    out.println(interrupted == whole ? "the same bits" : "another loss");
    return 0;
  }

  /// @param dies whether the worker dies; then it is told how it goes
  private float train(PrintStream out, boolean dies) {
    float loss = 0;
    try (ElasticTraining training =
        new ElasticTraining(WORKERS, BETWEEN, Optional.empty(), false)) {
      for (int done = 0; done < STEPS && !stop.getAsBoolean(); done++) {
        if (dies && done + 1 == at) {
          training.doom(worker);
        }
        loss = training.take(done);
        if (!training.news(done + 1).isEmpty()) {
          out.print(training.news(done + 1));
          boolean soon = training.noticed().compareTo(SOON) < 0;
          out.printf(
              "         noticed within %d seconds: %s%n", SOON.toSeconds(), soon ? "yes" : "no");
        }
        if (dies && (done + 1) % BETWEEN == 0) {
          out.println(loss(done + 1, loss));
        }
      }
    }
    return loss;
  }

  private static String loss(int step, float loss) {
    return String.format(Locale.ROOT, "step %2d: loss %.6f", step, loss);
  }
}
