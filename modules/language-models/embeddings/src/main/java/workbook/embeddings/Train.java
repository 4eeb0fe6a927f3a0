package workbook.embeddings;

import java.io.PrintStream;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.autograd.Checkpoint;
import workbook.autograd.Tape;
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

/// Trains a feed-forward network for as many steps as wanted, on any text. Ctrl-C ends it after the
/// current step and keeps what was learned; `--resume` goes on from there to the same bits.
@Command(
    name = "embeddings/train",
    description = "Train a feed-forward language model; Ctrl-C ends it in good order.")
public final class Train implements Example {

  private static final int INPUTS = 32;
  private static final int ROWS = 512;
  private static final double RATE = 0.003;
  private static final long SEED = 1;
  private static final int STEPS_BETWEEN_CHECKPOINTS = 500;

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "How many characters are read; ${DEFAULT-VALUE} if not given.")
  private int context = 8;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many; ${DEFAULT-VALUE} if not given.")
  private int steps = 1000;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "How many numbers the hidden layer has; ${DEFAULT-VALUE} if not given.")
  private int width = 256;

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
            Example.between("--context", context, 1, 64),
            INPUTS,
            Example.between("--width", width, 1, 1024),
            ROWS,
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
    FeedForward network = settings.network(corpus);
    out.printf(
        "%d characters before, width %d, %d parameters, seed %d; %s%n",
        context, width, network.size(), SEED, corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
    FeedForwardTrainer trainer = new FeedForwardTrainer(network, new Tape(kernels));
    SplittableRandom random = new SplittableRandom(SEED);
    WarmupCosine schedule = settings.schedule();
    Checkpoint kept =
        new Checkpoint(
            "%s of the text %s".formatted(settings, corpus.digest()),
            network.parameters(),
            trainer.memory(),
            Map.of(Trained.ALPHABET, corpus.alphabet().characters()));
    int from = kept.begin(checkpoint);
    trainer.continueAfter(from, corpus.split(), ROWS, random);
    boolean whole =
        training.run(
            out,
            done ->
                trainer.step(corpus.symbols(), corpus.split(), ROWS, schedule.rate(done), random),
            file -> kept.save(file, trainer.steps()),
            from,
            steps,
            ROWS,
            checkpoint.file(),
            STEPS_BETWEEN_CHECKPOINTS);
    if (whole) {
      Report.print(out, new FeedForwardModel(network, kernels), corpus, SEED);
    }
  }
}
