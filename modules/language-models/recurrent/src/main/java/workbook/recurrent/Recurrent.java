package workbook.recurrent;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.text.Report;

/// A small network learns to write the names of Unicode's characters, in seconds.
@Command(
    name = "recurrent",
    description = "Train a small network on the names of Unicode's characters, and let it write.")
public final class Recurrent implements Example {

  private static final int REPORTS = 6;

  @Parameters(
      paramLabel = "CELL",
      arity = "0..1",
      converter = CellType.Named.class,
      description = "One of " + CellType.NAMES + "; gru if none is given.")
  private CellType cell = CellType.GRU;

  static void main(String[] args) {
    Example.main(new Recurrent(), args);
  }

  @Override
  public int run(PrintStream out) {
    train(out, new Settings(cell, 16, 32, 16, 16, 0.02, 120, 1), Corpus.unicodeNames());
    return 0;
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
    out.println();
    Report.print(out, new NetworkModel(network, FloatKernels.best()), corpus, settings.seed());
  }

  static void printHeading(PrintStream out, Settings settings, Network network, Corpus corpus) {
    out.printf(
        "%s of width %d, %d parameters, seed %d; %s%n",
        settings.type(), settings.width(), network.size(), settings.seed(), corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
  }
}
