package workbook.statespace;

import java.util.Arrays;

/// All states of h = a h + b, at once.
final class Scan {

  private Scan() {}

  /// One step of it, as a function of the state before.
  ///
  /// @param a the factor
  /// @param b what is added
  record Step(double a, double b) {

    /// This step and then the next one are one step too: a' (a h + b) + b' = (a' a) h + (a' b +
    /// b'). It does not matter which of three steps are put together first, so it is associative;
    /// but their order matters.
    Step then(Step next) {
      return new Step(next.a * a, next.a * b + next.b);
    }
  }

  /// One after the other: T steps, none of which can begin before the one before it has ended.
  static double[] loop(Step... steps) {
    double[] h = new double[steps.length];
    double before = 0;
    for (int t = 0; t < steps.length; t++) {
      before = steps[t].a() * before + steps[t].b();
      h[t] = before;
    }
    return h;
  }

  /// In log₂ T rounds (Hillis and Steele, 1986): after the round with distance d each place holds
  /// what the 2d steps up to it do together. All places of a round could be done at once.
  static double[] rounds(Step... steps) {
    Step[] done = steps.clone();
    for (int distance = 1; distance < done.length; distance *= 2) {
      Step[] before = done.clone();
      for (int t = distance; t < done.length; t++) {
        done[t] = before[t - distance].then(before[t]);
      }
    }
    return states(done);
  }

  /// On all cores, by the JDK's own scan.
  static double[] parallel(Step... steps) {
    Step[] done = steps.clone();
    Arrays.parallelPrefix(done, Step::then);
    return states(done);
  }

  /// The state before the first step is 0, so only what was added is left.
  private static double[] states(Step... done) {
    return Arrays.stream(done).mapToDouble(Step::b).toArray();
  }
}
