package workbook.kernels;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;
import workbook.lab.Processor;
import workbook.lab.Python;
import workbook.lab.PythonOption;

/// As many threads here as of PyTorch, and of NumPy with OpenBLAS. They take turns, so that they
/// find the machine in the same state, and for each the best of its runs counts.
///
/// A 512 cube, and the products of a training step on 768 tokens (12 texts of 64), 128 wide.
///
/// `./workbook run kernels/comparison [--threads N] [PYTHON]`, with a Python that has torch and
/// numpy
@Command(
    name = "kernels/comparison",
    description = "Products here beside those of PyTorch, and of NumPy with OpenBLAS.")
public final class Comparison implements Example {

  private static final int[][] SIZES = {
    {512, 512, 512}, {768, 128, 128}, {768, 128, 512}, {768, 512, 128}, {768, 128, 65},
  };
  private static final List<String> FORMS = List.of("ab", "a'b", "ab'");

  private final int turns;
  private final double seconds;
  private final boolean avx512;
  private final int[][] sizes;

  @Mixin private PythonOption python;
  @Mixin private ThreadsOption threads;

  /// @param turns how many times each of them makes a product
  /// @param seconds for how long at a time
  /// @param avx512 whether the processor has it: OpenBLAS does not always use it by itself
  /// @param sizes rows of a, columns of a, and columns of b
  Comparison(int turns, double seconds, boolean avx512, int[]... sizes) {
    this.turns = turns;
    this.seconds = seconds;
    this.avx512 = avx512;
    this.sizes = sizes;
  }

  static void main(String[] args) {
    Example.main(new Comparison(8, 0.15, Species.BEST.vectorBitSize() == 512, SIZES), args);
  }

  @Override
  public int run(PrintStream out) {
    try (Team team = threads.team();
        Peer torch = new Peer(python.program(), "torch", "", team.size());
        Peer numpy = new Peer(python.program(), "numpy", "", team.size());
        Peer numpy512 =
            avx512 ? new Peer(python.program(), "numpy", "SkylakeX", team.size()) : null) {
      print(out, team, avx512 ? new Peer[] {torch, numpy, numpy512} : new Peer[] {torch, numpy});
      return 0;
    } catch (IOException e) {
      throw python.refusal(e, "torch and numpy");
    }
  }

  private void print(PrintStream out, Team team, Peer[] peers) throws IOException {
    out.println(peers[0].name);
    out.println(peers[1].name + (avx512 ? ", as it comes, and told to use AVX-512" : ""));
    out.println(Processor.name());
    out.println();
    out.printf(
        "%-18s %8s  PyTorch  OpenBLAS%s%n",
        "GF/s, threads: " + team.size(), "here", avx512 ? "  AVX-512" : "");
    FloatKernels kernels = new ParallelKernels(FloatKernels.best(), team);
    double[] logs = new double[peers.length];
    for (int[] size : sizes) {
      for (String form : FORMS) {
        Rate rate = new Rate(form, size[0], size[1], size[2]);
        out.printf("%-4s %4d %4d %4d", form, size[0], size[1], size[2]);
        List<Double> rates = measure(kernels, rate, peers);
        for (double result : rates) {
          out.printf(Locale.ROOT, " %8.1f", result);
        }
        out.println();
        for (int peer = 0; peer < peers.length; peer++) {
          logs[peer] += Math.log(rates.getFirst() / rates.get(peer + 1));
        }
      }
    }
    out.printf("%-27s", "here / it, geometric mean");
    for (double log : logs) {
      out.printf(Locale.ROOT, " %8.2f", Math.exp(log / (sizes.length * FORMS.size())));
    }
    out.println();
  }

  private List<Double> measure(FloatKernels kernels, Rate rate, Peer[] peers) throws IOException {
    long[] fastest = new long[peers.length + 1];
    Arrays.fill(fastest, Long.MAX_VALUE);
    for (int turn = 0; turn < turns; turn++) {
      fastest[0] = Math.min(fastest[0], rate.fastest(kernels::product, seconds));
      for (int i = 0; i < peers.length; i++) {
        fastest[i + 1] = Math.min(fastest[i + 1], peers[i].fastest(rate, seconds));
      }
    }
    List<Double> rates = new ArrayList<>();
    for (long nanoseconds : fastest) {
      rates.add(rate.of(nanoseconds));
    }
    return rates;
  }

  /// A Python with one library, which measures when it is asked to.
  private static final class Peer implements AutoCloseable {
    private final Python python;
    private final String name;

    Peer(String program, String library, String core, int threads) throws IOException {
      python =
          new Python(
              program,
              Comparison.class,
              "products.py",
              environment -> {
                environment.put("OPENBLAS_NUM_THREADS", "" + threads);
                environment.remove("OPENBLAS_CORETYPE");
                if (!core.isEmpty()) {
                  environment.put("OPENBLAS_CORETYPE", core);
                }
              },
              library,
              "" + threads);
      name = python.line();
    }

    long fastest(Rate rate, double seconds) throws IOException {
      return Long.parseLong(
          python.ask(
              "%s %d %d %d %s".formatted(rate.form(), rate.m(), rate.k(), rate.n(), seconds)));
    }

    @Override
    public void close() {
      python.close();
    }
  }
}
