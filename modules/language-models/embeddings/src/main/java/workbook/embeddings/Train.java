package workbook.embeddings;

import java.io.IOException;
import java.io.PrintStream;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import workbook.autograd.Safetensors;
import workbook.autograd.Tape;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.lab.Interrupt;
import workbook.lab.Progress;
import workbook.text.Corpus;
import workbook.text.Report;
import workbook.text.Score;

/// Trains a feed-forward network for as long as one likes, on any text. Ctrl-C ends it after the
/// step it is at: the weights are kept, and what they are worth is said.
///
/// `./workbook run embeddings/train [--context N] [--steps N] [--width N] [--text FILE] [--threads
/// N] [--checkpoint FILE]`
public final class Train {

  private static final int STEPS_BETWEEN_CHECKPOINTS = 500;

  private final PrintStream out;
  private final TrainArguments arguments;
  private final FeedForward network;
  private final FloatKernels kernels;

  private Train(PrintStream out, TrainArguments arguments, FloatKernels kernels) {
    this.out = out;
    this.arguments = arguments;
    this.kernels = kernels;
    this.network = arguments.settings().network(arguments.corpus());
  }

  static void main(String[] args) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    Interrupt.heardBy(stop -> run(System.out, System.err, terminal, System::nanoTime, stop, args));
  }

  /// @param terminal whether a line can be written over
  /// @param nanos the clock of the progress line
  /// @param stop asked after each step
  /// @return the exit status: 0, or 2 if the arguments are wrong or a file cannot be written
  static int run(
      PrintStream out,
      PrintStream err,
      boolean terminal,
      LongSupplier nanos,
      BooleanSupplier stop,
      String... args) {
    try {
      TrainArguments arguments = TrainArguments.parse(args);
      if (arguments.threads() == 1) {
        new Train(out, arguments, FloatKernels.best()).run(terminal, nanos, stop);
      } else {
        try (Team team = new Team(arguments.threads())) {
          FloatKernels kernels = new ParallelKernels(FloatKernels.best(), team);
          new Train(out, arguments, kernels).run(terminal, nanos, stop);
        }
      }
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      err.println("embeddings/train: " + e.getMessage());
      return 2;
    }
  }

  private void run(boolean terminal, LongSupplier nanos, BooleanSupplier stop) throws IOException {
    Settings settings = arguments.settings();
    Corpus corpus = arguments.corpus();
    out.printf(
        "%d characters before, width %d, %d parameters, seed %d; %s%n",
        settings.context(), settings.width(), network.size(), settings.seed(), corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
    FeedForwardTrainer trainer = new FeedForwardTrainer(network, new Tape(kernels));
    SplittableRandom random = new SplittableRandom(settings.seed());
    Progress progress = new Progress(out, terminal, nanos, settings.steps(), settings.rows());
    WarmupCosine schedule = settings.schedule();
    int done = 0;
    while (done < settings.steps() && !stop.getAsBoolean()) {
      float loss =
          trainer.step(
              corpus.symbols(), corpus.split(), settings.rows(), schedule.rate(done), random);
      done++;
      progress.step(done, loss);
      if (done % STEPS_BETWEEN_CHECKPOINTS == 0) {
        save();
      }
    }
    progress.end();
    save();
    if (done < settings.steps()) {
      out.printf("stopped after %d of %d steps%n", done, settings.steps());
    }
    arguments.checkpoint().ifPresent(file -> out.printf("the weights are in %s%n", file));
    out.println();
    FeedForwardModel model = new FeedForwardModel(network, kernels);
    Report.printSample(out, model, corpus, settings.seed());
    Report.printScore(out, Score.of(model, corpus));
  }

  private void save() throws IOException {
    if (arguments.checkpoint().isPresent()) {
      Safetensors.save(arguments.checkpoint().get(), network.parameters());
    }
  }
}
