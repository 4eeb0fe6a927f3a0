package workbook.pretraining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// What reading without labels is worth: an encoder and a decoder, each from scratch and
/// pretrained, learn two tasks from the same few examples.
@Command(
    name = "pretraining",
    description = "Learn from few examples, from scratch and after reading text without labels.")
public final class Pretraining implements Example {

  static final int TEXT = 20_000;
  static final int TEST = 500;
  private static final int MOST = 1000;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "How many sentences have labels; ${DEFAULT-VALUE} if not given.")
  private int examples = 128;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Of pretraining; ${DEFAULT-VALUE} if not given.")
  private int steps = 2000;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many times all is done anew; ${DEFAULT-VALUE} if not given.")
  private int seeds = 5;

  @Option(
      names = "--from",
      paramLabel = "N",
      description = "The first seed, to go on after Ctrl-C; ${DEFAULT-VALUE} if not given.")
  private int from = 1;

  private final BooleanSupplier stop;

  Pretraining(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new Pretraining(stop), System.out, System.err, args));
  }

  /// What was found for one seed.
  private record Row(Run.Results encoder, Run.Results decoder) {

    /// In the order of the columns.
    private double[] shares() {
      return Stream.of(
              encoder.understanding(),
              decoder.understanding(),
              encoder.writing(),
              decoder.writing())
          .flatMap(result -> Stream.of(result.scratch(), result.pretrained()))
          .mapToDouble(Double::doubleValue)
          .toArray();
    }
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--examples", examples, 2, 5000);
    Example.between("--steps", steps, 1, 100_000);
    Example.between("--seeds", seeds, 1, MOST);
    Example.between("--from", from, 1, MOST);
    List<Sentences> all = new ArrayList<>();
    for (int seed = from; seed < from + seeds; seed++) {
      all.add(Sentences.of(TEXT, examples, TEST, seed));
    }
    heading(out, all);
    List<double[]> rows = rows(out, all);
    if (rows.size() > 1) {
      summary(out, rows);
    }
    if (rows.size() < seeds) {
      int next = from + rows.size();
      out.printf("stopped; seed %d is the next: --from %d%n", next, next);
    }
    return 0;
  }

  /// The encoder and the decoder of a seed beside each other; they have nothing in common.
  private List<double[]> rows(PrintStream out, List<Sentences> all) {
    List<double[]> rows = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < all.size() && !stop.getAsBoolean(); i++) {
        int seed = from + i;
        Sentences sentences = all.get(i);
        Future<Run.Results> encoder =
            two.submit(() -> results(Reader.Kind.ENCODER, sentences, seed));
        Future<Run.Results> decoder =
            two.submit(() -> results(Reader.Kind.DECODER, sentences, seed));
        double[] shares = new Row(of(encoder), of(decoder)).shares();
        if (!stop.getAsBoolean()) {
          print(out, String.valueOf(seed), shares);
          rows.add(shares);
        }
      }
    }
    return rows;
  }

  private Run.Results results(Reader.Kind kind, Sentences sentences, long seed) {
    return new Run(() -> kind.untrained(seed), sentences, steps, seed, stop).results();
  }

  private static <T> T of(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void heading(PrintStream out, List<Sentences> all) {
    double nearest =
        all.stream().mapToDouble(s -> NearestNoun.accuracy(s.test())).average().orElseThrow();
    out.printf(
        "%d examples; pretrained: %d steps on %,d sentences without labels%n",
        examples, steps, TEXT);
    out.printf(
        Locale.ROOT,
        "%% right of %d others; a coin 50.0, nearest noun %.1f, the rules of the language 100%n%n",
        TEST,
        100 * nearest);
    out.printf("%10s%-34s%s%n", "", "understanding", "writing");
    out.printf("%10s%-17s%-17s%-17s%s%n", "", "encoder", "decoder", "encoder", "decoder");
    String columns = "%-8s%-9s".formatted("scratch", "pretr.").repeat(4).stripTrailing();
    out.printf("%-10s%s%n", "seed", columns);
  }

  private static void summary(PrintStream out, List<double[]> rows) {
    out.println();
    print(out, "mean", over(rows, Pretraining::mean));
    print(out, "deviation", over(rows, Pretraining::deviation));
    print(out, "least", over(rows, column -> DoubleStream.of(column).min().orElseThrow()));
    print(out, "most", over(rows, column -> DoubleStream.of(column).max().orElseThrow()));
  }

  private static double[] over(List<double[]> rows, ToDoubleFunction<double[]> of) {
    return IntStream.range(0, rows.getFirst().length)
        .mapToDouble(i -> of.applyAsDouble(rows.stream().mapToDouble(row -> row[i]).toArray()))
        .toArray();
  }

  private static double mean(double... column) {
    return DoubleStream.of(column).average().orElseThrow();
  }

  /// Of a sample: divided by n - 1.
  private static double deviation(double... column) {
    double mean = mean(column);
    double squares = DoubleStream.of(column).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (column.length - 1));
  }

  private static void print(PrintStream out, String name, double... shares) {
    StringBuilder line = new StringBuilder("%-10s".formatted(name));
    for (int i = 0; i < shares.length; i++) {
      String width = i % 2 == 0 ? "%-8s" : "%-9s";
      line.append(width.formatted(String.format(Locale.ROOT, "%5.1f", 100 * shares[i])));
    }
    out.println(line.toString().stripTrailing());
  }
}
