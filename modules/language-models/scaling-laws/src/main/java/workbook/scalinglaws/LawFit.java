package workbook.scalinglaws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Fits a [Law] as the third approach of Hoffmann et al. (2022), appendix D.3, does: Huber's loss
/// of the error of ln L, summed over all runs, minimised by L-BFGS from a grid of starts.
///
/// The logarithm of the law is a log-sum-exp of a - α ln N, b - β ln D and e. N and D are taken by
/// their distance from the mean logarithm, which changes nothing but the number of steps.
final class LawFit implements Lbfgs.Objective {

  static final double DELTA = 1e-3;

  /// The objective is in units of δ², so that this is small beside what one run adds.
  private static final double TOLERANCE = 1e-6;

  private static final double[] SLOPES = {.3, .6, 1};
  private static final double[] PARTS_OF_LOSS = {.05, .5};
  private static final double[] IRREDUCIBLE = {.5, .95};

  private final double delta;
  private final double[] lnN;
  private final double[] lnD;
  private final double[] lnL;
  private final double meanN;
  private final double meanD;

  /// What a fit found.
  ///
  /// @param objective the sum of Huber's losses, in units of δ²
  record Fit(Law law, double objective) {}

  LawFit(double delta, List<Point> points) {
    this.delta = delta;
    lnN = points.stream().mapToDouble(p -> StrictMath.log(p.parameters())).toArray();
    lnD = points.stream().mapToDouble(p -> StrictMath.log(p.tokens())).toArray();
    lnL = points.stream().mapToDouble(p -> StrictMath.log(p.loss())).toArray();
    meanN = centre(lnN);
    meanD = centre(lnD);
  }

  private static double centre(double... numbers) {
    double mean = 0;
    for (double number : numbers) {
      mean += number / numbers.length;
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] -= mean;
    }
    return mean;
  }

  static Fit fit(List<Point> points) {
    return new LawFit(DELTA, points).fit();
  }

  /// The best of many starts: from one alone the search may end elsewhere.
  Fit fit() {
    double least = Double.POSITIVE_INFINITY;
    for (double loss : lnL) {
      least = Math.min(least, StrictMath.exp(loss));
    }
    Lbfgs.Minimum best = null;
    for (double alpha : SLOPES) {
      for (double beta : SLOPES) {
        for (double ofN : PARTS_OF_LOSS) {
          for (double ofD : PARTS_OF_LOSS) {
            for (double e : IRREDUCIBLE) {
              best =
                  better(
                      best,
                      StrictMath.log(ofN),
                      StrictMath.log(ofD),
                      StrictMath.log(e * least),
                      alpha,
                      beta);
            }
          }
        }
      }
    }
    return new Fit(law(best.x()), best.value());
  }

  private Lbfgs.Minimum better(Lbfgs.Minimum than, double... start) {
    Lbfgs.Minimum one = Lbfgs.minimise(this, TOLERANCE, start);
    return than == null || one.value() < than.value() ? one : than;
  }

  /// From one start only.
  Fit fitFrom(Law start) {
    Lbfgs.Minimum minimum =
        Lbfgs.minimise(
            this,
            TOLERANCE,
            StrictMath.log(start.a()) - start.alpha() * meanN,
            StrictMath.log(start.b()) - start.beta() * meanD,
            StrictMath.log(start.e()),
            start.alpha(),
            start.beta());
    return new Fit(law(minimum.x()), minimum.value());
  }

  private Law law(double... x) {
    return new Law(
        StrictMath.exp(x[2]),
        StrictMath.exp(x[0] + x[3] * meanN),
        StrictMath.exp(x[1] + x[4] * meanD),
        x[3],
        x[4]);
  }

  @Override
  public double at(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i < lnL.length; i++) {
      double ofN = x[0] - x[3] * lnN[i];
      double ofD = x[1] - x[4] * lnD[i];
      double largest = Math.max(x[2], Math.max(ofN, ofD));
      double expN = StrictMath.exp(ofN - largest);
      double expD = StrictMath.exp(ofD - largest);
      double expE = StrictMath.exp(x[2] - largest);
      double all = expN + expD + expE;
      double error = (largest + StrictMath.log(all) - lnL[i]) / delta;
      double size = Math.abs(error);
      sum += size <= 1 ? error * error / 2 : size - .5;
      double slope = Math.clamp(error, -1, 1) / delta / all;
      gradient[0] += slope * expN;
      gradient[1] += slope * expD;
      gradient[2] += slope * expE;
      gradient[3] -= slope * expN * lnN[i];
      gradient[4] -= slope * expD * lnD[i];
    }
    return sum;
  }

  /// Fits to runs drawn with replacement, as many as there are.
  static List<Law> bootstrap(List<Point> points, int times, long seed) {
    Law all = fit(points).law();
    List<Law> laws = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      SplittableRandom random = new SplittableRandom(seed << 32 | time);
      List<Point> drawn = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        drawn.add(points.get(random.nextInt(points.size())));
      }
      laws.add(new LawFit(DELTA, drawn).fitFrom(all).law());
    }
    return laws;
  }
}
