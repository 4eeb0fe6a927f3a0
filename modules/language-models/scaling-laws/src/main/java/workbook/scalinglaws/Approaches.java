package workbook.scalinglaws;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// The three approaches of Hoffmann et al. (2022), section 3, to one question: the best N grows
/// with compute C to which power?
@Command(
    name = "scaling-laws/approaches",
    description = "Print to which power of the compute the best model grows, by three approaches.")
public final class Approaches implements Example {

  private static final int BUDGETS = 12;

  /// A determinant that is smaller, as a part of its largest product, is 0 but for rounding.
  private static final double FLAT = 1e-9;

  static void main(String[] args) {
    Example.main(new Approaches(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.println("the best N grows with C to the power");
    out.println();
    out.println("seed  1: envelope             2: parabolas            3: fit");
    List<double[]> all = new ArrayList<>();
    for (long seed = 1; seed <= Runs.SEEDS; seed++) {
      List<Outcome> outcomes = outcomes(seed);
      List<Point> points = HeldOut.points(seed);
      double[] exponents = {
        envelope(outcomes), parabolas(outcomes), LawFit.fit(points).law().exponent()
      };
      all.add(exponents);
      out.printf(
          Locale.ROOT,
          "%4d  %.3f (%s)  %.3f (%s)  %.3f (%s)%n",
          seed,
          exponents[0],
          bootstrap(outcomes, seed, Approaches::envelope).text(3),
          exponents[1],
          bootstrap(outcomes, seed, Approaches::parabolas).text(3),
          exponents[2],
          Interval.of(
                  LawFit.bootstrap(points, HeldOut.BOOTSTRAPS, seed).stream()
                      .mapToDouble(Law::exponent))
              .text(3));
    }
    out.printf(
        Locale.ROOT,
        "mean  %-22.3f  %-22.3f  %.3f%n",
        mean(all, one -> one[0]),
        mean(all, one -> one[1]),
        mean(all, one -> one[2]));
    return 0;
  }

  /// Of trainings drawn with replacement, as many as there are.
  static Interval bootstrap(
      List<Outcome> outcomes, long seed, ToDoubleFunction<List<Outcome>> approach) {
    return Interval.of(
        IntStream.range(0, HeldOut.BOOTSTRAPS)
            .mapToObj(time -> new SplittableRandom(seed << 32 | time))
            .map(random ->
                random.ints(outcomes.size(), 0, outcomes.size()).mapToObj(outcomes::get).toList())
            .mapToDouble(approach));
  }

  private static double mean(List<double[]> all, ToDoubleFunction<double[]> part) {
    return all.stream().mapToDouble(part).average().orElseThrow();
  }

  static List<Outcome> outcomes(long seed) {
    return Runs.recorded().stream().filter(outcome -> outcome.setting().seed() == seed).toList();
  }

  /// 1: which training has the least loss when it has used so much compute? On the way, too, as its
  /// curve shows. A budget that no training reaches is left out.
  static double envelope(List<Outcome> outcomes) {
    double least = StrictMath.log(1e8);
    double most = StrictMath.log(2e11);
    List<Bottom> bottoms = new ArrayList<>();
    for (int i = 0; i < BUDGETS; i++) {
      double lnC = least + i * (most - least) / (BUDGETS - 1);
      double budget = StrictMath.exp(lnC);
      outcomes.stream()
          .filter(outcome -> reaches(outcome, budget))
          .min(Comparator.comparingDouble(outcome -> lossAt(outcome, budget)))
          .ifPresent(
              best -> bottoms.add(new Bottom(lnC, StrictMath.log(best.setting().parameters()))));
    }
    return slope(bottoms);
  }

  private static boolean reaches(Outcome outcome, double budget) {
    double all = outcome.setting().flops();
    return budget <= all && budget >= all / Outcome.PARTS;
  }

  /// Between two eighths of the run, in a straight line over ln C.
  static double lossAt(Outcome outcome, double budget) {
    double eighths = Outcome.PARTS * budget / outcome.setting().flops();
    int before = Math.min(Outcome.PARTS - 1, (int) eighths);
    double from = StrictMath.log(before);
    double share = (StrictMath.log(eighths) - from) / (StrictMath.log(before + 1) - from);
    List<Double> losses = outcome.losses();
    return losses.get(before - 1) + share * (losses.get(before) - losses.get(before - 1));
  }

  /// 2: of trainings of equal compute, which N would have the least loss? The bottom of a parabola
  /// over ln N says it. A budget whose parabola has none is left out.
  static double parabolas(List<Outcome> outcomes) {
    List<Bottom> bottoms = new ArrayList<>();
    for (double flops : Setting.BUDGETS) {
      List<Outcome> equal = ofBudget(outcomes, flops);
      bottom(
              equal.stream()
                  .mapToDouble(one -> StrictMath.log(one.setting().parameters()))
                  .toArray(),
              equal.stream().mapToDouble(Outcome::loss).toArray())
          .ifPresent(lnN -> bottoms.add(new Bottom(StrictMath.log(flops), lnN)));
    }
    return slope(bottoms);
  }

  /// The best model for a budget.
  private record Bottom(double lnC, double lnN) {}

  private static double slope(List<Bottom> bottoms) {
    return Line.through(
            bottoms.stream().mapToDouble(Bottom::lnC).toArray(),
            bottoms.stream().mapToDouble(Bottom::lnN).toArray())
        .slope();
  }

  static List<Outcome> ofBudget(List<Outcome> outcomes, double flops) {
    List<Setting> settings =
        LongStream.of(outcomes.getFirst().setting().seed())
            .boxed()
            .flatMap(seed -> Setting.ofBudget(flops, seed).stream())
            .toList();
    return outcomes.stream().filter(one -> settings.contains(one.setting())).toList();
  }

  /// Where the parabola of least squares through some points is least; nothing if there are too few
  /// of them, or it is not least between them.
  static OptionalDouble bottom(double[] x, double[] y) {
    double mean = 0;
    for (double one : x) {
      mean += one / x.length;
    }
    double[] sums = new double[5];
    double[] with = new double[3];
    for (int i = 0; i < x.length; i++) {
      double power = 1;
      for (int k = 0; k < 5; k++) {
        sums[k] += power;
        if (k < 3) {
          with[k] += power * y[i];
        }
        power *= x[i] - mean;
      }
    }
    // Cramer's rule for y = p + q x + r x², of which the bottom is at -q / 2r.
    double q =
        determinant(
            sums[0], with[0], sums[2], sums[1], with[1], sums[3], sums[2], with[2], sums[4]);
    double r =
        determinant(
            sums[0], sums[1], with[0], sums[1], sums[2], with[1], sums[2], sums[3], with[2]);
    double all =
        determinant(
            sums[0], sums[1], sums[2], sums[1], sums[2], sums[3], sums[2], sums[3], sums[4]);
    if (all <= FLAT * sums[0] * sums[2] * sums[4] || r <= 0) {
      return OptionalDouble.empty();
    }
    double bottom = mean - q / (2 * r);
    return DoubleStream.of(x).anyMatch(one -> one <= bottom)
            && DoubleStream.of(x).anyMatch(one -> one >= bottom)
        ? OptionalDouble.of(bottom)
        : OptionalDouble.empty();
  }

  private static double determinant(double... m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
