package workbook.embeddings;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.ngram.Counts;
import workbook.ngram.Interpolated;
import workbook.text.Corpus;
import workbook.text.CorpusOption;

/// Do dense vectors overcome data sparsity? An n-gram model and a network that reads as many
/// characters, both scored on the places whose n-gram was never seen in training, and on the rest.
@Command(
    name = "embeddings/unseen",
    description = "Compare a network with an n-gram model where the n-gram was never seen.")
public final class Unseen implements Example {

  private static final int ORDER = 6;
  private static final long SEED = 1;

  @Mixin private CorpusOption text;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many the network learns for; ${DEFAULT-VALUE} if not given.")
  private int steps = 1000;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "How many numbers its hidden layer has; ${DEFAULT-VALUE} if not given.")
  private int width = 64;

  static void main(String[] args) {
    Example.main(new Unseen(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--steps", steps, 1, 1_000_000);
    Example.between("--width", width, 1, 1024);
    Corpus corpus = text.corpus();
    int[] symbols = corpus.symbols();
    Counts counts = Counts.of(symbols, 0, corpus.split(), corpus.alphabet().size(), ORDER);
    Settings settings = new Settings(ORDER - 1, 16, width, 256, 0.01, steps, SEED);
    FeedForward network = LookBack.trained(settings, corpus);
    double[] byCounts =
        Interpolated.modifiedKneserNey(counts)
            .logProbabilities(symbols, corpus.split(), corpus.length());
    double[] byNetwork =
        new FeedForwardModel(network, FloatKernels.best())
            .logProbabilities(symbols, corpus.split(), corpus.length());

    out.printf(
        "%s, nats per character; both models read %d characters; %d steps, seed %d%n",
        corpus.name(), ORDER - 1, steps, SEED);
    corpus.note().ifPresent(note -> out.println("note: " + note));
    out.printf("%n%-26s  places  Kneser-Ney  network%n", "");
    Table table = new Table(out, corpus, byCounts, byNetwork);
    table.row("all", _ -> true);
    table.row("6-gram seen in training", place -> seen(counts, symbols, place, ORDER));
    for (int n : new int[] {ORDER, 4, 3}) {
      table.row("%d-gram never seen".formatted(n), place -> !seen(counts, symbols, place, n));
    }
    for (int n : new int[] {ORDER - 1, 3}) {
      table.row(
          "the %d before never seen".formatted(n), place -> !seen(counts, symbols, place - 1, n));
    }
    return 0;
  }

  /// Whether the training text has the n-gram that ends at a place.
  static boolean seen(Counts counts, int[] text, int place, int n) {
    return counts.count(Arrays.copyOfRange(text, place - n + 1, place + 1)) > 0;
  }

  private record Table(PrintStream out, Corpus corpus, double[] byCounts, double[] byNetwork) {

    void row(String name, IntPredicate asked) {
      int[] places =
          IntStream.range(corpus.split(), corpus.length()).filter(asked).toArray();
      out.printf(
          Locale.ROOT,
          "%-26s %6.1f%% %11.4f %8.4f%n",
          name,
          100.0 * places.length / byCounts.length,
          mean(byCounts, places),
          mean(byNetwork, places));
    }

    private double mean(double[] logs, int... places) {
      return -Arrays.stream(places)
          .mapToDouble(place -> logs[place - corpus.split()])
          .average()
          .orElse(Double.NaN);
    }
  }
}
