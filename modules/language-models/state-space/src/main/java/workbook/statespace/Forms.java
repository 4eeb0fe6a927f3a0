package workbook.statespace;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.autograd.Init;
import workbook.lab.Example;

/// Each model step by step and at once, on the same random input: how far the outputs are apart.
@Command(
    name = "state-space/forms",
    description = "Compute each model step by step and at once, and compare.")
public final class Forms implements Example {

  private static final int WIDTH = 16;
  private static final int CHUNK = 64;
  private static final long SEED = 1;

  @Parameters(
      paramLabel = "LENGTH",
      arity = "0..1",
      description = "How many places, from 1 to 4096; ${DEFAULT-VALUE} if not given.")
  private int length = 512;

  static void main(String[] args) {
    Example.main(new Forms(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("LENGTH", length, 1, 4096);
    out.printf(
        "%d places, heads of width %d, seed %d; the same outputs step by step and at once%n%n",
        length, WIDTH, SEED);
    out.printf("%-18s%-24s%-30s%s%n", "model", "at once by", "state kept between steps", "apart");
    SplittableRandom random = new SplittableRandom(SEED);
    timeInvariant(out, random);
    mamba(out, random);
    rwkv(out, random);
    attentions(out, random);
    return 0;
  }

  private void timeInvariant(PrintStream out, SplittableRandom random) {
    LinearSystem system =
        Discretisation.ZERO_ORDER_HOLD.of(StateSpace.A, StateSpace.B, StateSpace.C, .1);
    double[] u = normal(random, length);
    double[] y = system.recurrence(u);
    double[] kernel = system.kernel(length);
    row(out, "S4", "convolution", "N numbers", apart(y, Convolution.direct(kernel, u)));
    row(out, "", "FFT", "", apart(y, Convolution.fourier(kernel, u)));
  }

  private void mamba(PrintStream out, SplittableRandom random) {
    Selective mamba = new Selective(-1, -2, -3, -4);
    double[] u = normal(random, length);
    double[] delta = random.doubles(length, .001, .1).toArray();
    double[][] b = normal(random, length, 4);
    double[][] c = normal(random, length, 4);
    double[] y = mamba.recurrence(u, delta, b, c);
    row(
        out,
        "Mamba",
        "scan in log T rounds",
        "N numbers",
        apart(y, mamba.scanned(Scan::rounds, u, delta, b, c)));
    row(
        out,
        "",
        "the JDK's parallel scan",
        "",
        apart(y, mamba.scanned(Scan::parallel, u, delta, b, c)));
  }

  private void rwkv(PrintStream out, SplittableRandom random) {
    Wkv wkv = new Wkv(.5, .3);
    double[] k = normal(random, length);
    double[] v = normal(random, length);
    row(
        out,
        "RWKV-4",
        "T x T weights",
        "3 numbers",
        apart(wkv.recurrent(k, v), wkv.parallel(k, v)));
  }

  private void attentions(PrintStream out, SplittableRandom random) {
    double[][] q = normal(random, length, WIDTH);
    double[][] k = normal(random, length, WIDTH);
    double[][] v = normal(random, length, WIDTH);
    row(
        out,
        "linear attention",
        "T x T weights",
        "d x d numbers, and d",
        apart(LinearAttention.recurrent(q, k, v), LinearAttention.parallel(q, k, v)));
    Retention retention = new Retention(1 - Math.scalb(1, -5));
    double[][] y = retention.recurrent(q, k, v);
    row(out, "RetNet", "T x T weights", "d x d numbers", apart(y, retention.parallel(q, k, v)));
    row(out, "", "chunks of " + CHUNK, "", apart(y, retention.chunkwise(q, k, v, CHUNK)));
    DeltaRule delta = new DeltaRule(.5);
    row(
        out,
        "delta rule",
        "a triangular system",
        "d x d numbers",
        apart(delta.recurrent(q, k, v), delta.parallel(q, k, v)));
  }

  /// What differs is the order of sums, so the digits depend on it, and only their size is shown.
  private static void row(PrintStream out, String model, String by, String state, double apart) {
    String size = apart < 1e-12 ? "less than 1e-12" : String.format(Locale.ROOT, "%.0e", apart);
    out.printf("%-18s%-24s%-30s%s%n", model, by, state, size);
  }

  private static double[] normal(SplittableRandom random, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Init.normal(random);
    }
    return numbers;
  }

  private static double[][] normal(SplittableRandom random, int rows, int columns) {
    double[][] numbers = new double[rows][];
    for (int i = 0; i < rows; i++) {
      numbers[i] = normal(random, columns);
    }
    return numbers;
  }

  private static double apart(double[][] x, double[][] y) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, apart(x[i], y[i]));
    }
    return largest;
  }

  /// The largest difference, as a part of the largest number, or of 1 if all are smaller.
  private static double apart(double[] x, double[] y) {
    double largest = 0;
    double size = 1;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] - y[i]));
      size = Math.max(size, Math.abs(x[i]));
    }
    return largest / size;
  }
}
