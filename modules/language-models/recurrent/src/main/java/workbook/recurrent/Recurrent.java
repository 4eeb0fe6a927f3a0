package workbook.recurrent;

import java.io.PrintStream;
import java.util.Locale;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.text.Corpus;
import workbook.text.Report;
import workbook.text.Score;

/// A small network learns to write the names of Unicode's characters, in seconds.
///
/// `./workbook run recurrent [rnn|lstm|gru]`
public final class Recurrent {

  private static final int REPORTS = 6;

  private Recurrent() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length > 1) {
        throw new IllegalArgumentException(
            "takes one of rnn, lstm, gru and nothing else, and there was: "
                + String.join(" ", args));
      }
      CellType type = args.length == 0 ? CellType.GRU : CellType.named(args[0]);
      train(out, new Settings(type, 16, 48, 16, 32, 0.01, 240, 1), Corpus.unicodeNames());
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("recurrent: " + e.getMessage());
      return 2;
    }
  }

  static void train(PrintStream out, Settings settings, Corpus corpus) {
    Network network = settings.network(corpus);
    printHeading(out, settings, network, corpus);
    out.printf("%n  step    loss  gradient%n");
    Trainer trainer = settings.trainer(network, corpus, FloatKernels.best());
    WarmupCosine schedule = settings.schedule();
    for (int step = 0; step < settings.steps(); step++) {
      float loss = trainer.step(schedule.rate(step));
      if (step % (settings.steps() / REPORTS) == 0 || step == settings.steps() - 1) {
        out.printf(Locale.ROOT, "%6d  %.4f    %.4f%n", step, loss, trainer.gradientNorm());
      }
    }
    NetworkModel model = new NetworkModel(network, FloatKernels.best());
    out.println();
    Report.printSample(out, model, corpus, settings.seed());
    Report.printScore(out, Score.of(model, corpus));
  }

  static void printHeading(PrintStream out, Settings settings, Network network, Corpus corpus) {
    out.printf(
        "%s of width %d, %d parameters, seed %d; %s%n",
        settings.type(), settings.width(), network.size(), settings.seed(), corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
  }
}
