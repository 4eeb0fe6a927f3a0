package workbook.pretraining;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// How much of a pretrained encoder has to move. All is learned; or the embeddings and the first
/// block are frozen; or all but the head, which is then a linear probe.
@Command(
    name = "pretraining/freeze",
    description = "Fine-tune a pretrained encoder, with more and more of it frozen.")
public final class Freeze implements Example {

  private static final int EXAMPLES = 128;
  private static final int SEEDS = 5;

  static void main(String[] args) {
    Example.main(new Freeze(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "understanding, %d examples, %% right of %d; seeds 1 to 5, mean%n%n",
        EXAMPLES, Pretraining.TEST);
    out.printf("%-26s%8s%s%n", "frozen", "learned", "   seeds");
    print(out, "nothing", _ -> false);
    print(out, "embeddings, first block", name -> !name.startsWith("1.") && isBody(name));
    print(out, "all but the head", Freeze::isBody);
    return 0;
  }

  private static boolean isBody(String name) {
    return !name.startsWith("classifier.");
  }

  private static void print(PrintStream out, String name, Predicate<String> frozen) {
    StringBuilder line = new StringBuilder();
    double sum = 0;
    int learned = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Reader encoder = SmallReader.read(Reader.Kind.ENCODER);
      Sentences sentences = Sentences.of(0, EXAMPLES, Pretraining.TEST, seed);
      learned = learned(encoder, frozen, seed);
      FineTuning tuning =
          new FineTuning(
              sentences, FineTuning.RATE, seed, new Tape(FloatKernels.best()), () -> false);
      double right = 100 * tuning.understanding(encoder, frozen);
      sum += right;
      line.append(String.format(Locale.ROOT, "%7.1f", right));
    }
    out.printf(Locale.ROOT, "%-26s%,8d%s%8.1f%n", name, learned, line, sum / SEEDS);
  }

  private static int learned(Reader encoder, Predicate<String> frozen, long seed) {
    Classifier classifier = new Classifier(encoder, new SplittableRandom(seed));
    return classifier.parameters(frozen).values().stream().mapToInt(x -> x.size()).sum();
  }
}
