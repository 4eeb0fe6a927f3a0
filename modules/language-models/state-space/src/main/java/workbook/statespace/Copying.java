package workbook.statespace;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.autograd.Checkpoint;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.CheckpointOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;

/// A small network learns to repeat the symbols that it saw among noise. Ctrl-C ends it after the
/// current step and keeps what was learned; `--resume` goes on from there to the same bits.
@Command(
    name = "state-space/copying",
    description = "Learn to repeat symbols that stand among noise.")
public final class Copying implements Example {

  private static final int MOST_STEPS = 100_000;
  private static final int MOST_PLACES = 1024;

  @Option(
      names = "--arm",
      paramLabel = "NAME",
      description =
          "What mixes the places: "
              + Arm.NAMES
              + " of delta, b and c; ${DEFAULT-VALUE} if not given.")
  private String arm = "mamba";

  @Option(names = "--no-gate", description = "Leave out the gate of each block.")
  private boolean noGate;

  @Option(names = "--first", description = "The symbols stand at the first places, not anywhere.")
  private boolean first;

  @Option(
      names = "--places",
      paramLabel = "N",
      description = "Among how many places they stand; ${DEFAULT-VALUE} if not given.")
  private int places = Trial.PLACES;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many steps of training; ${DEFAULT-VALUE} if not given.")
  private int steps = Trial.STEPS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Other weights and other sequences; ${DEFAULT-VALUE} if not given.")
  private int seed = 1;

  @Mixin private ThreadsOption threads;
  @Mixin private CheckpointOption checkpoint;

  private final TrainingRun training;

  Copying(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Copying(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--steps", steps, 1, MOST_STEPS);
    Example.between("--places", places, Trial.SYMBOLS, MOST_PLACES);
    Example.between("--seed", seed, 0, Integer.MAX_VALUE);
    checkpoint.file();
    Arm chosen = Arm.of(arm, !noGate);
    CopyTask task = new CopyTask(places, Trial.SYMBOLS, !first);
    try (Team team = threads.team()) {
      train(out, task, chosen, new ParallelKernels(FloatKernels.best(), team));
    }
    return 0;
  }

  private void train(PrintStream out, CopyTask task, Arm chosen, FloatKernels kernels) {
    CopyRun run = new CopyRun(task, chosen, Trial.SIZE, steps, seed, kernels);
    String name = "%s of %s, %d steps, seed %d".formatted(chosen, task, steps, seed);
    Checkpoint kept = new Checkpoint(name, run.model().parameters(), run.memory(), Map.of());
    int from = kept.begin(checkpoint);
    run.continueAfter(from);
    out.println(task.shown(seed));
    boolean whole =
        training.run(
            out,
            run,
            file -> kept.save(file, run.steps()),
            from,
            steps,
            CopyRun.ROWS * task.time(),
            checkpoint.file(),
            100);
    if (whole) {
      CopyRun.Score score = run.score();
      out.printf(
          Locale.ROOT,
          "%s%s, seed %d: %.3f of the symbols are right, and all %d in %.3f of the sequences%n",
          chosen.mixer(),
          chosen.gate() ? "" : " without a gate",
          seed,
          score.symbols(),
          Trial.SYMBOLS,
          score.whole());
    }
  }
}
