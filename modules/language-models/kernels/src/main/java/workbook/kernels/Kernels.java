package workbook.kernels;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How fast can this machine multiply two matrices of floats? Every rung of the ladder, measured.
///
/// `./workbook run kernels [N]`
public final class Kernels {

  private static final int LARGEST = 2048;
  private static final double SECONDS = 1;

  private Kernels() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, SECONDS, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @param seconds how long a rung is given to become faster than it has been
  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, double seconds, String... args) {
    try {
      print(out, Size.parse(512, LARGEST, args), seconds);
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("kernels: " + e.getMessage());
      return 2;
    }
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
