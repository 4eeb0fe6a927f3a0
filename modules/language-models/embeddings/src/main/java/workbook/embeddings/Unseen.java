package workbook.embeddings;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
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
import workbook.text.Frequencies;

/// Do dense vectors overcome data sparsity? An n-gram model and a network that reads as many
/// characters, scored on the places whose n-gram was never seen in training, on those where what
/// stands before was never seen, and on the rest.
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
    double[] byFrequency =
        new Frequencies(corpus).logProbabilities(symbols, corpus.split(), corpus.length());
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
    out.printf("%n%-25s places  no context  Kneser-Ney  network%n", "");
    Table table = new Table(out, corpus, byFrequency, byCounts, byNetwork);
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

  private record Table(PrintStream out, Corpus corpus, double[]... logs) {

    void row(String name, IntPredicate asked) {
      int[] places = IntStream.range(corpus.split(), corpus.length()).filter(asked).toArray();
      out.printf(
          Locale.ROOT,
          "%-25s %5.1f%% %11s %11s %8s%n",
          name,
          100.0 * places.length / logs[0].length,
          mean(logs[0], places),
          mean(logs[1], places),
          mean(logs[2], places));
    }

    /// The mean over some places, or `-` if there are none.
    private String mean(double[] of, int... places) {
      OptionalDouble mean =
          Arrays.stream(places).mapToDouble(place -> -of[place - corpus.split()]).average();
      return mean.isEmpty() ? "-" : String.format(Locale.ROOT, "%.4f", mean.getAsDouble());
    }
  }
}
