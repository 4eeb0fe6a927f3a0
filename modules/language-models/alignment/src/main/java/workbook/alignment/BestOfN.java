package workbook.alignment;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Alignment without learning: draw n answers, and give the best.
@Command(
    name = "alignment/best-of-n",
    description = "Draw n answers and give the best: what it brings, and how far it goes.")
final class BestOfN implements Example {

  private static final int[] COUNTS = {1, 2, 4, 16, 64};

  static void main(String[] args) {
    Example.main(new BestOfN(), args);
  }

  @Override
  public int run(PrintStream out) {
    Objective objective = Setting.strings(1).objective();
    out.println("       best of n                        the best model at the same KL");
    out.println("   n     E r       KL  ln n - (n-1)/n     E r     beta");
    for (int n : COUNTS) {
      double[] logs = logs(objective.reference(), objective.reward(), n);
      Standing standing = Standing.of(objective, logs);
      out.printf(
          Locale.ROOT,
          "%4d  %.4f  %.5f         %.5f",
          n,
          standing.reward(),
          standing.divergence(),
          bound(n));
      if (n == 1) {
        out.println();
      } else {
        Objective same = at(standing.divergence(), objective);
        double reward = Distributions.expected(same.optimum(), objective.reward());
        out.printf(Locale.ROOT, "    %.4f  %7.4f%n", reward, same.beta());
      }
    }
    return 0;
  }

  /// The distribution of the best of n answers; of several that are equally good it is any, for
  /// instance the first that was drawn.
  ///
  /// The best has a reward of r at most if all n have. So it has r itself with the probability
  /// P(reward ≤ r)ⁿ − P(reward < r)ⁿ, which the answers of that reward share as they do in the
  /// reference.
  static double[] logs(double[] reference, double[] reward, int n) {
    double[] best = new double[reference.length];
    for (double r : Arrays.stream(reward).distinct().toArray()) {
      double less = probability(reference, reward, r, false);
      double atMost = probability(reference, reward, r, true);
      double share = (StrictMath.pow(atMost, n) - StrictMath.pow(less, n)) / (atMost - less);
      for (int i = 0; i < best.length; i++) {
        if (reward[i] == r) {
          best[i] = reference[i] + StrictMath.log(share);
        }
      }
    }
    return best;
  }

  private static double probability(
      double[] reference, double[] reward, double r, boolean including) {
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      if (reward[i] < r || including && reward[i] == r) {
        sum += StrictMath.exp(reference[i]);
      }
    }
    return sum;
  }

  /// An upper bound of KL(best of n ‖ reference); what it is where no two rewards are equal
  /// (Beirami and others, 2024).
  static double bound(int n) {
    return StrictMath.log(n) - (n - 1.0) / n;
  }

  /// The objective whose best model is as far from the reference as that.
  static Objective at(double divergence, Objective objective) {
    double near = 1e-2;
    double far = 1e2;
    for (int i = 0; i < 60; i++) {
      double beta = StrictMath.sqrt(near * far);
      double[] optimum = objective.withBeta(beta).optimum();
      if (Distributions.divergence(optimum, objective.reference()) > divergence) {
        near = beta;
      } else {
        far = beta;
      }
    }
    return objective.withBeta(far);
  }
}
