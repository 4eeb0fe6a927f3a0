package workbook.statespace;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.transformer.FusedAttention;
import workbook.transformer.Mask;

/// What attention and the models with a state take, by the length of the sequence: products, bytes
/// kept from place to place, and time.
@Command(
    name = "state-space/cost",
    description = "Count the products and bytes of attention and of a state, by length.")
public final class Cost implements Example {

  /// Of a head, and how many channels there are.
  static final int WIDTH = 64;

  /// Of a channel, as in Mamba.
  static final int STATES = 16;

  static final int SHORTEST = 64;
  static final int LONGEST = 1024;
  private static final int LONGEST_TIMED = 4096;
  private static final int TURNS = 5;

  /// Nanoseconds for each figure, so that what is measured has been compiled.
  private static final long ENOUGH = 500_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Option(names = "--time", description = "Measure the time, too; some ten seconds.")
  private boolean time;

  /// @param products of two numbers, in all
  /// @param bytes kept from place to place, in float
  record Taken(long products, long bytes) {}

  /// What each takes at the lengths from [#SHORTEST] to [#LONGEST], doubled each time.
  record Counts(
      List<Taken> attention, List<Taken> retention, List<Taken> mamba, List<Taken> convolution) {}

  static Counts counts() {
    return new Counts(
        each(Cost::attention), each(Cost::retention), each(Cost::mamba), each(Cost::convolution));
  }

  private static List<Taken> each(IntFunction<Taken> taken) {
    return IntStream.iterate(SHORTEST, length -> length <= LONGEST, length -> 2 * length)
        .mapToObj(taken)
        .toList();
  }

  static void main(String[] args) {
    Example.main(new Cost(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "one layer: a head of width %d, or %d channels; Mamba with %d states a channel%n%n",
        WIDTH, WIDTH, STATES);
    out.println("        millions of products                      kilobytes kept");
    out.println("length  attention  RetNet   Mamba  by FFT   attention  RetNet   Mamba");
    Counts counts = counts();
    for (int i = 0; i < counts.attention().size(); i++) {
      Taken attention = counts.attention().get(i);
      Taken retention = counts.retention().get(i);
      Taken mamba = counts.mamba().get(i);
      out.printf(
          Locale.ROOT,
          "%6d %10.2f %7.2f %7.2f %7.2f %11.1f %7.1f %7.1f%n",
          SHORTEST << i,
          attention.products() / 1e6,
          retention.products() / 1e6,
          mamba.products() / 1e6,
          counts.convolution().get(i).products() / 1e6,
          attention.bytes() / 1e3,
          retention.bytes() / 1e3,
          mamba.bytes() / 1e3);
    }
    if (time) {
      times(out);
    }
    return 0;
  }

  private static double[][] normal(SplittableRandom random, int rows, int columns) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      Arrays.setAll(row, _ -> Init.normal(random));
    }
    return numbers;
  }

  /// The keys and values of all places are kept.
  static Taken attention(int length) {
    SplittableRandom random = new SplittableRandom(1);
    Counted counted = new Counted();
    double[][] k = normal(random, length, WIDTH);
    double[][] v = normal(random, length, WIDTH);
    counted.attention(normal(random, length, WIDTH), k, v);
    return new Taken(counted.products(), bytes(k) + bytes(v));
  }

  static Taken retention(int length) {
    SplittableRandom random = new SplittableRandom(1);
    Counted counted = new Counted();
    double[][] x = normal(random, length, WIDTH);
    counted.retention(.97, x, x, x);
    return new Taken(counted.products(), (long) Float.BYTES * WIDTH * WIDTH);
  }

  static Taken mamba(int length) {
    SplittableRandom random = new SplittableRandom(1);
    Counted counted = new Counted();
    double[] a = new double[STATES];
    Arrays.setAll(a, n -> -1 - n);
    double[][] b = normal(random, length, STATES);
    for (int channel = 0; channel < WIDTH; channel++) {
      double[] u = normal(random, 1, length)[0];
      counted.mamba(a, u, random.doubles(length, .001, .1).toArray(), b, b);
    }
    return new Taken(counted.products(), (long) Float.BYTES * WIDTH * STATES);
  }

  /// It keeps all inputs; nobody writes a text with it, token by token.
  static Taken convolution(int length) {
    SplittableRandom random = new SplittableRandom(1);
    Counted counted = new Counted();
    for (int channel = 0; channel < WIDTH; channel++) {
      double[][] pair = normal(random, 2, length);
      counted.convolution(pair[0], pair[1]);
    }
    return new Taken(counted.products(), (long) Float.BYTES * WIDTH * length);
  }

  private static long bytes(double[][] kept) {
    return (long) Float.BYTES * kept.length * kept[0].length;
  }

  private static void times(PrintStream out) {
    out.printf("%nmilliseconds of one processor, the least of several turns%n");
    out.println("length  attention    Mamba");
    for (int length = SHORTEST; length <= LONGEST_TIMED; length *= 2) {
      SplittableRandom random = new SplittableRandom(1);
      Tensor x = Init.normal(zeros(1, length, WIDTH), 1, random);
      Tensor b = Init.normal(zeros(1, length, STATES), 1, random);
      Tensor delta = Init.constant(zeros(1, length, WIDTH), .01f);
      Tensor a = Init.constant(zeros(STATES, WIDTH), -1);
      double attention = milliseconds(t -> FusedAttention.attend(t, x, x, x, 1, 1, Mask.causal()));
      double mamba = milliseconds(t -> SelectiveScan.scan(t, x, delta, a, b, b));
      out.printf(Locale.ROOT, "%6d %10.2f %8.2f%n", length, attention, mamba);
    }
  }

  private static Tensor zeros(int... shape) {
    int size = 1;
    for (int along : shape) {
      size *= along;
    }
    return Tensor.constant(new float[size], shape);
  }

  /// By the processor's time, which does not pass while another program has it.
  private static double milliseconds(Consumer<Tape> work) {
    Tape tape = new Tape(FloatKernels.best());
    long begin = THREADS.getCurrentThreadCpuTime();
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < TURNS || THREADS.getCurrentThreadCpuTime() - begin < ENOUGH; turn++) {
      tape.reset();
      long start = THREADS.getCurrentThreadCpuTime();
      work.accept(tape);
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    return least / 1e6;
  }
}
