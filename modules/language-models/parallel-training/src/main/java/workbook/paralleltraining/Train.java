package workbook.paralleltraining;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.lab.CheckpointOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;

/// A longer training on worker processes. Kill one of them: it goes on. Ctrl-C ends it after the
/// current step; `--resume` goes on from there to the same bits.
@Command(
    name = "parallel-training/train",
    description = "Train on worker processes for longer; kill one of them and see.")
public final class Train implements Example {

  /// After how many steps a checkpoint is written.
  private static final int BETWEEN = 50;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many, from 1 to 4; ${DEFAULT-VALUE} if not given.")
  private int workers = 2;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many, from 1 to 100000; ${DEFAULT-VALUE} if not given.")
  private int steps = 500;

  @Mixin private CheckpointOption checkpoint;

  private final TrainingRun run;

  Train(TrainingRun run) {
    this.run = run;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Train(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--workers", workers, 1, Setup.MICRO_BATCHES);
    Example.between("--steps", steps, 1, 100_000);
    boolean resumes = checkpoint.resumes();
    Optional<Path> named = checkpoint.file();
    try (ElasticTraining training = new ElasticTraining(workers, BETWEEN, named, resumes)) {
      int from = training.load();
      int tokens = Setup.MICRO_BATCHES * Setup.ROWS * Setup.TIME;
      out.printf("%d workers, %,d parameters%n", workers, Setup.CONFIG.parameters());
      run.run(out, training, _ -> training.save(), from, steps, tokens, named, steps);
    }
    return 0;
  }
}
