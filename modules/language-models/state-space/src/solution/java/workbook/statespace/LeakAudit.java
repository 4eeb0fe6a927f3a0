package workbook.statespace;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Changes one input after the other, beside numbers none of which is 0, for else a product with
/// one would hide it, and compares all outputs before it. Each call gets an array of its own.
final class LeakAudit {

  private static final double ROUNDING = 1e-8;

  private LeakAudit() {}

  static boolean leaks(UnaryOperator<double[]> mixer, int length) {
    double[] input = new SplittableRandom(1).doubles(length, .1, 1).toArray();
    double[] before = mixer.apply(input.clone()).clone();
    for (int place = 1; place < length; place++) {
      double[] changed = input.clone();
      changed[place] = -changed[place];
      double[] after = mixer.apply(changed);
      for (int earlier = 0; earlier < place; earlier++) {
        if (Math.abs(after[earlier] - before[earlier]) > ROUNDING) {
          return true;
        }
      }
    }
    return false;
  }
}
