package workbook.recurrent;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.kernels.ThreadsOption;
import workbook.lab.Example;
import workbook.lab.Processor;
import workbook.lab.Python;
import workbook.lab.PythonOption;
import workbook.lab.Turns;
import workbook.text.Corpus;
import workbook.text.CorpusOption;

/// Milliseconds for a step of training of an RNN, an LSTM and a GRU, here and with PyTorch, on as
/// many threads each: those of `recurrent/train`.
///
/// Both begin with the same weights and read the same pieces of a text; the losses say whether they
/// do the same. They take turns, so that they find the machine in the same state.
///
/// `./workbook run recurrent/comparison [--threads N] [PYTHON]`, with a Python that has torch
@Command(
    name = "recurrent/comparison",
    description = "Time a step of training here, beside PyTorch.")
public final class Comparison implements Example {

  private static final int PIECES = 10;

  private final Function<CellType, Settings> settings;
  private final int warmUp;
  private final int turns;
  private final int steps;

  @Mixin private PythonOption python;
  @Mixin private ThreadsOption threads;
  @Mixin private CorpusOption text;

  /// @param settings of a training of this cell
  /// @param warmUp how many steps are taken first, for the JIT compiler
  /// @param turns how many times both sides are measured
  /// @param steps how many steps a turn has
  Comparison(Function<CellType, Settings> settings, int warmUp, int turns, int steps) {
    this.settings = settings;
    this.warmUp = warmUp;
    this.turns = turns;
    this.steps = steps;
  }

  static void main(String[] args) {
    Example.main(
        new Comparison(type -> new Settings(type, 32, 128, 32, 64, 0.005, 1, 1), 200, 9, 20), args);
  }

  @Override
  public int run(PrintStream out) {
    try (Team team = threads.team()) {
      Corpus corpus = text.corpus();
      for (CellType type : CellType.values()) {
        compare(out, team, settings.apply(type), corpus);
      }
      out.printf(
          "%ntimes: how many times as long PyTorch takes (medians of %d turns of %d steps)%n",
          turns, steps);
      return 0;
    } catch (IOException e) {
      throw python.refusal(e, "torch");
    }
  }

  private void compare(PrintStream out, Team team, Settings settings, Corpus corpus)
      throws IOException {
    int symbols = corpus.alphabet().size();
    try (Python torch =
        new Python(
            python.program(),
            Comparison.class,
            "step.py",
            _ -> {},
            settings.type().lowerCase(),
            "" + team.size(),
            "" + symbols,
            "" + settings.inputs(),
            "" + settings.width(),
            "" + settings.rows(),
            "" + settings.rate())) {
      String version = torch.line();
      if (settings.type().ordinal() == 0) {
        out.printf("%s; threads: %d; %s%n%n", version, team.size(), Processor.name());
        out.println("      ms here  PyTorch  times  loss here  PyTorch");
      }
      Streams pieces = streams(settings, corpus);
      for (int piece = 0; piece < PIECES; piece++) {
        Streams.Piece next = pieces.next();
        torch.ask("piece", next.inputs(), next.targets());
      }
      Here here = new Here(settings, corpus, new ParallelKernels(FloatKernels.best(), team));
      Turns measured = new Turns();
      here.millisecondsOf(warmUp);
      String[] answer = torch.ask("steps " + warmUp).split(" ");
      for (int turn = 0; turn < turns; turn++) {
        double ours = here.millisecondsOf(steps);
        answer = torch.ask("steps " + steps).split(" ");
        measured.add(ours, Double.parseDouble(answer[0]));
      }
      out.printf(
          Locale.ROOT,
          "%-4s %8.1f %8.1f  %5.2f  %9.4f %8.4f%n",
          settings.type(),
          measured.here(),
          measured.there(),
          measured.times(),
          here.loss,
          Double.parseDouble(answer[1]));
    }
  }

  /// As many pieces as there are, and then the first again.
  private static Streams streams(Settings settings, Corpus corpus) {
    int rows = settings.rows();
    int columns = settings.columns();
    return new Streams(corpus.symbols(), rows * columns * PIECES + 1, rows, columns);
  }

  /// The training here.
  private static final class Here {
    private final Trainer trainer;
    private final double rate;
    private float loss;

    Here(Settings settings, Corpus corpus, FloatKernels kernels) {
      Network network = settings.network(corpus);
      network.parameters().values().forEach(weights -> fill(weights, settings.width()));
      trainer = new Trainer(network, streams(settings, corpus), settings.rows(), new Tape(kernels));
      rate = settings.rate();
    }

    /// Weights that Python makes, too: element i is sin(i²) / √width.
    private static void fill(Tensor weights, int width) {
      for (int i = 0; i < weights.size(); i++) {
        weights.data()[i] = (float) (StrictMath.sin((double) i * i) / StrictMath.sqrt(width));
      }
    }

    double millisecondsOf(int steps) {
      long start = System.nanoTime();
      for (int step = 0; step < steps; step++) {
        loss = trainer.step(rate);
      }
      return (System.nanoTime() - start) / 1e6 / steps;
    }
  }
}
