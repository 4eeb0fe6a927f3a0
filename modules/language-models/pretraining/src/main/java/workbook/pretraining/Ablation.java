package workbook.pretraining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// The encoder of [Pretraining], with the same seeds and settings, but `[MASK]` stands for every
/// word that it is asked for: none is swapped, and none stays.
@Command(
    name = "pretraining/ablation",
    description = "Pretrain the encoder without words that are swapped or left as they are.")
public final class Ablation implements Example {

  private static final int EXAMPLES = 128;
  private static final int STEPS = 2000;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many times all is done anew; ${DEFAULT-VALUE} if not given.")
  private int seeds = 5;

  private final BooleanSupplier stop;

  Ablation(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new Ablation(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--seeds", seeds, 1, 1000);
    out.printf("understanding, %d examples, %% right of %d%n%n", EXAMPLES, Pretraining.TEST);
    out.printf("%-8s%s%n", "seed", "100/0/0");
    List<Double> rows = new ArrayList<>();
    for (int seed = 1; seed <= seeds && !stop.getAsBoolean(); seed++) {
      double right = right(seed);
      if (!stop.getAsBoolean()) {
        rows.add(right);
        print(out, String.valueOf(seed), right);
      }
    }
    if (rows.size() == seeds) {
      print(out, "mean", rows.stream().mapToDouble(x -> x).average().orElseThrow());
    } else {
      out.printf("stopped after %d of %d seeds%n", rows.size(), seeds);
    }
    return 0;
  }

  private double right(long seed) {
    Sentences sentences = Sentences.of(Pretraining.TEXT, EXAMPLES, Pretraining.TEST, seed);
    Tape t = new Tape(FloatKernels.best());
    Run run =
        new Run(
            () -> Reader.Kind.encoder(Hidden.Fate.ALL_MASKED, seed), sentences, STEPS, seed, stop);
    FineTuning tuning = new FineTuning(sentences, FineTuning.RATE, seed, t, stop);
    return tuning.understanding(run.pretrained(t), _ -> false);
  }

  private static void print(PrintStream out, String name, double right) {
    out.printf(Locale.ROOT, "%-8s%5.1f%n", name, 100 * right);
  }
}
