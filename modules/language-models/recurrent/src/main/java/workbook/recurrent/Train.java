package workbook.recurrent;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.autograd.Checkpoint;
import workbook.autograd.Trained;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.CheckpointOption;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;
import workbook.text.Corpus;
import workbook.text.CorpusOption;
import workbook.text.Report;

/// Trains a network for as many steps as wanted, on any text. Ctrl-C ends it after the current step
/// and keeps what was learned; `--resume` goes on from there to the same bits.
@Command(
    name = "recurrent/train",
    description = "Train a recurrent network; Ctrl-C ends it in good order.")
public final class Train implements Example {

  private static final int INPUTS = 32;
  private static final int ROWS = 32;
  private static final int COLUMNS = 64;
  private static final double RATE = 0.005;
  private static final long SEED = 1;
  private static final int STEPS_BETWEEN_CHECKPOINTS = 100;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      converter = CellType.Named.class,
      description = "One of " + CellType.NAMES + "; lstm if none is given.")
  private CellType cell = CellType.LSTM;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many; ${DEFAULT-VALUE} if not given.")
  private int steps = 500;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "How many numbers the state has; ${DEFAULT-VALUE} if not given.")
  private int width = 128;

  @Mixin private CorpusOption text;

  @Mixin private ThreadsOption threads;
  @Mixin private CheckpointOption checkpoint;

  private final TrainingRun training;

  Train(TrainingRun training) {
    this.training = training;
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Train(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Settings settings =
        new Settings(
            cell,
            INPUTS,
            Example.between("--width", width, 1, 1024),
            ROWS,
            COLUMNS,
            RATE,
            Example.between("--steps", steps, 1, 1_000_000),
            SEED);
    checkpoint.file();
    try (Team team = threads.team()) {
      train(out, settings, text.corpus(), new ParallelKernels(FloatKernels.best(), team));
    }
    return 0;
  }

  private void train(PrintStream out, Settings settings, Corpus corpus, FloatKernels kernels) {
    Network network = settings.network(corpus);
    Trainer trainer = settings.trainer(network, corpus, kernels);
    WarmupCosine schedule = settings.schedule();
    String name = "%s of the text %s".formatted(settings, corpus.digest());
    Map<String, String> about =
        Map.of(Sample.CELL, cell.lowerCase(), Trained.ALPHABET, corpus.alphabet().characters());
    int from = kept(name, network, trainer, about).begin(checkpoint);
    trainer.continueAfter(from);
    Recurrent.printHeading(out, settings, network, corpus);
    boolean whole =
        training.run(
            out,
            done -> trainer.step(schedule.rate(done)),
            file -> kept(name, network, trainer, about).save(file, trainer.steps()),
            from,
            steps,
            ROWS * COLUMNS,
            checkpoint.file(),
            STEPS_BETWEEN_CHECKPOINTS);
    if (whole) {
      Report.print(out, new NetworkModel(network, kernels), corpus, settings.seed());
    }
  }

  /// The state that is carried is another one after each step.
  private static Checkpoint kept(
      String name, Network network, Trainer trainer, Map<String, String> about) {
    return new Checkpoint(name, network.parameters(), trainer.memory(), about);
  }
}
