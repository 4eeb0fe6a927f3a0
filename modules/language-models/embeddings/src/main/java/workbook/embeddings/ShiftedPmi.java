package workbook.embeddings;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// What word2vec looks for, and where it could have been read off: its products become the table of
/// PMI, each number less by log k.
@Command(
    name = "embeddings/shifted-pmi",
    description = "Watch the products of skip-gram become the table of PMI.")
public final class ShiftedPmi implements Example {

  static final List<String> WORDS = List.of("king", "queen", "man", "woman");
  static final List<String> CONTEXTS = List.of("he", "she", "crown", "plough");
  private static final int STEPS = 20_000;

  @Parameters(
      paramLabel = "K",
      arity = "0..1",
      description = "How many random contexts there are for each right one; 5 if not given.")
  private int k = Learned.NEGATIVES;

  static void main(String[] args) {
    Example.main(new ShiftedPmi(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("K", k, 1, 99);
    CoOccurrences counts = counts();
    double[][] pmi = counts.pmi();
    out.printf("%d sentences, seed %d; %d random contexts%n%n", Learned.SENTENCES, Learned.SEED, k);
    heading(out, "counted");
    for (int w = 0; w < WORDS.size(); w++) {
      row(out, "%7.0f", WORDS.get(w), counts.counts()[w]);
    }
    heading(out, "PMI - log %d".formatted(k));
    for (int w = 0; w < WORDS.size(); w++) {
      double[] shifted = pmi[w].clone();
      for (int c = 0; c < shifted.length; c++) {
        shifted[c] -= StrictMath.log(k);
      }
      row(out, "%7.3f", WORDS.get(w), shifted);
    }
    ExpectedSkipGram model = new ExpectedSkipGram(counts, k, WORDS.size(), new SplittableRandom(1));
    for (int steps : new int[] {0, 200, STEPS - 200}) {
      model.descend(steps, 1);
      heading(out, "products after %s steps".formatted(steps > 200 ? STEPS : steps));
      for (int w = 0; w < WORDS.size(); w++) {
        double[] products = new double[CONTEXTS.size()];
        for (int c = 0; c < products.length; c++) {
          products[c] = model.product(w, c);
        }
        row(out, "%7.3f", WORDS.get(w), products);
      }
    }
    return 0;
  }

  static CoOccurrences counts() {
    return Learned.counts(Learned.text())
        .part(
            WORDS.stream().mapToInt(Planted::number).toArray(),
            CONTEXTS.stream().mapToInt(Planted::number).toArray());
  }

  private static void heading(PrintStream out, String title) {
    out.printf("%-27s", title);
    CONTEXTS.forEach(context -> out.printf(" %7s", context));
    out.println();
  }

  private static void row(PrintStream out, String format, String word, double... numbers) {
    out.printf("  %-25s", word);
    for (double number : numbers) {
      out.printf(Locale.ROOT, " " + format, number);
    }
    out.println();
  }
}
