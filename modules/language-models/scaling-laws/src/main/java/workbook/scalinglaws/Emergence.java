package workbook.scalinglaws;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// One smooth improvement, seen through two measures. Models get more compute, and the share of
/// tokens that they get wrong falls by a power law: from a half, by a third with each doubling. The
/// log-likelihood of an answer of k tokens is k ln p and just as smooth. Exact match, where all k
/// tokens have to be right, is p^k: for a long answer nothing for a long time, and then a jump
/// (Schaeffer and others, 2023).
@Command(
    name = "scaling-laws/emergence",
    description = "Print one smooth improvement through a smooth measure and an abrupt one.")
public final class Emergence implements Example {

  static final int[] LENGTHS = {1, 5, 20, 100};
  static final int DOUBLINGS = 14;

  static void main(String[] args) {
    Example.main(new Emergence(), args);
  }

  /// The probability of one right token after so many doublings of the compute.
  static double right(double doublings) {
    return 1 - .5 * StrictMath.pow(2.0 / 3, doublings);
  }

  @Override
  public int run(PrintStream out) {
    out.println("                            exact match of k tokens");
    out.println("compute  a token  ln p of 20   k = 1  k = 5  k = 20  k = 100");
    for (int doublings = 0; doublings <= DOUBLINGS; doublings += 2) {
      double p = right(doublings);
      out.printf(
          Locale.ROOT,
          "%6dx   %.4f    %8.3f   %.3f  %.3f   %.3f    %.3f%n",
          1 << doublings,
          p,
          20 * StrictMath.log(p),
          p,
          StrictMath.pow(p, 5),
          StrictMath.pow(p, 20),
          StrictMath.pow(p, 100));
    }
    return 0;
  }
}
