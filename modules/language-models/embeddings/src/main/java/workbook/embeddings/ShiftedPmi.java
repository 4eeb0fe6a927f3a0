package workbook.embeddings;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What word2vec looks for, and where it could have been read off: its products become the table of
/// PMI, each number less by log k.
///
/// `./workbook run embeddings/shifted-pmi [K]`
public final class ShiftedPmi {

  static final List<String> WORDS = List.of("king", "queen", "man", "woman");
  static final List<String> CONTEXTS = List.of("he", "she", "crown", "plough");
  private static final int STEPS = 20_000;

  private ShiftedPmi() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    if (args.length > 1 || args.length == 1 && !args[0].matches("[1-9][0-9]?")) {
      err.println(
          "embeddings/shifted-pmi: takes how many random contexts there are for each right one, 1 to"
              + " 99, and there was: "
              + String.join(" ", args));
      return 2;
    }
    int k = args.length == 0 ? Learned.NEGATIVES : Integer.parseInt(args[0]);
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
