package workbook.alignment;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Where answers cannot all be counted, KL(π ‖ ref) is estimated from answers of π. Three ways
/// (Schulman, 2020), whose mean and spread can be computed here.
@Command(
    name = "alignment/estimators",
    description = "Three estimators of KL from samples: their means and their spreads.")
final class Estimators implements Example {

  private static final double[] BETAS = {10, 2, 1, 0.5};

  /// By x = log ref − log π.
  enum Estimator {
    /// Whose mean is KL by definition.
    K1(x -> -x),
    K2(x -> x * x / 2),
    /// k1 plus e^x − 1, whose mean under π is 0.
    K3(x -> StrictMath.expm1(x) - x);

    private final DoubleUnaryOperator of;

    Estimator(DoubleUnaryOperator of) {
      this.of = of;
    }

    double of(double x) {
      return of.applyAsDouble(x);
    }
  }

  static void main(String[] args) {
    Example.main(new Estimators(), args);
  }

  @Override
  public int run(PrintStream out) {
    Objective objective = Setting.strings(1).objective();
    out.println("               mean of one sample          standard deviation");
    out.println("beta      KL     k1      k2      k3       k1      k2      k3");
    for (double beta : BETAS) {
      double[] policy = objective.withBeta(beta).optimum();
      StringBuilder means = new StringBuilder();
      StringBuilder deviations = new StringBuilder();
      for (Estimator estimator : Estimator.values()) {
        double mean = moment(policy, objective.reference(), estimator, 1);
        double square = moment(policy, objective.reference(), estimator, 2);
        means.append(String.format(Locale.ROOT, "  %.4f", mean));
        deviations.append(
            String.format(Locale.ROOT, "  %.4f", StrictMath.sqrt(square - mean * mean)));
      }
      out.printf(
          Locale.ROOT,
          "%4s  %.4f%s %s%n",
          String.valueOf(beta).replace(".0", ""),
          Distributions.divergence(policy, objective.reference()),
          means,
          deviations);
    }
    return 0;
  }

  /// The mean of a power of an estimate under the policy.
  static double moment(double[] policy, double[] reference, Estimator estimator, int power) {
    double[] of = new double[policy.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = StrictMath.pow(estimator.of(reference[i] - policy[i]), power);
    }
    return Distributions.expected(policy, of);
  }
}
