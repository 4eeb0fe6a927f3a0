package workbook.climbingstairs;

import java.util.ArrayList;
import java.util.List;

/// The table holds costs instead of counts, the smaller one instead of the sum, and everything else
/// is as before. The way is not stored anywhere: it is read off the table, downwards.
final class CheapestClimb {

  private CheapestClimb() {}

  /// @param cost what the climb costs
  /// @param steps the steps that are stood on, upwards from 1; the last is the top
  record Climb(long cost, List<Integer> steps) {}

  static Climb cheapest(int... costs) {
    long[] least = new long[costs.length + 1];
    for (int i = 1; i <= costs.length; i++) {
      least[i] = costs[i - 1] + (i == 1 ? 0 : Math.min(least[i - 1], least[i - 2]));
    }
    List<Integer> steps = new ArrayList<>();
    int i = costs.length;
    while (i > 0) {
      steps.add(i);
      i = i == 1 || least[i - 1] < least[i - 2] ? i - 1 : i - 2;
    }
    return new Climb(least[costs.length], steps.reversed());
  }
}
