package workbook.kernels;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// How fast can this machine multiply two matrices of floats? Every rung of the ladder, measured.
///
/// `./workbook run kernels [N]`
@Command(
    name = "kernels",
    description =
        "How fast can this machine multiply two matrices of floats? Every rung of the ladder, "
            + "measured.")
public final class Kernels implements Example {

  private static final int LARGEST = 2048;

  private final double seconds;

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "Rows and columns of the matrices, from 1 to 2048. Without it, 512.")
  private int n = 512;

  /// @param seconds how long a rung is given to become faster than it has been
  Kernels(double seconds) {
    this.seconds = seconds;
  }

  static void main(String[] args) {
    Example.main(new Kernels(1), args);
  }

  @Override
  public int run(PrintStream out) {
    print(out, Example.between("N", n, 1, LARGEST), seconds);
    return 0;
  }

  private static void print(PrintStream out, int n, double seconds) {
    out.printf("c = a b with %d x %d floats: 2 x %d^3 operations%n%n", n, n, n);
    out.printf("%-16s %7s  %s%n", "", "GF/s", "times the first");
    double[] first = {0};
    ladder()
        .forEach((name, multiplication) -> {
          double rate = rate(multiplication, n, seconds);
          first[0] = first[0] == 0 ? rate : first[0];
          out.printf(Locale.ROOT, "%-16s %7.1f  %.0f%n", name, rate, rate / first[0]);
        });
    int processors = Runtime.getRuntime().availableProcessors();
    if (processors > 1) {
      try (Team team = new Team(processors)) {
        double rate = rate(new ParallelKernels(FloatKernels.best(), team), n, seconds);
        String name = "on %d threads".formatted(processors);
        out.printf(Locale.ROOT, "%-16s %7.1f  %.0f%n", name, rate, rate / first[0]);
      }
    }
  }

  private static Map<String, Multiplication> ladder() {
    Map<String, Multiplication> rungs = new LinkedHashMap<>();
    rungs.put("naive", new Naive());
    rungs.put("reordered", new Reordered());
    rungs.put("blocked", new Blocked());
    rungs.put("rows", new Rows());
    if (Best.hasVectors()) {
      rungs.put("vectorised", new Vectorised());
      rungs.put("tiled", new Tiled());
    }
    return rungs;
  }

  private static double rate(Multiplication multiplication, int n, double seconds) {
    // Many small products first: they get the loops compiled sooner than a few large ones.
    new Rate("ab", 64, 64, 64).fastest(multiplication, seconds);
    Rate rate = new Rate("ab", n, n, n);
    return rate.of(rate.fastest(multiplication, seconds));
  }
}
