package workbook.statespace;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Changes one input after the other, beside numbers none of which is 0, because a product with 0
/// would hide it, and compares all outputs before it. A square hides a change of sign, and a
/// maximum all but the largest, so it is tried with several inputs. Each call gets an array of its
/// own.
final class LeakAudit {

  private static final double ROUNDING = 1e-8;
  private static final int TURNS = 10;

  private LeakAudit() {}

  static boolean leaks(UnaryOperator<double[]> mixer, int length) {
    SplittableRandom random = new SplittableRandom(1);
    for (int turn = 0; turn < TURNS; turn++) {
      if (leaks(mixer, random.doubles(length, -1, 1).toArray(), random)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leaks(
      UnaryOperator<double[]> mixer, double[] input, SplittableRandom random) {
    double[] before = mixer.apply(input.clone()).clone();
    for (int place = 1; place < input.length; place++) {
      double[] changed = input.clone();
      changed[place] = random.nextDouble(-1, 1);
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
