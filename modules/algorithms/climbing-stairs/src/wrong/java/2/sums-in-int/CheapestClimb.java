package workbook.climbingstairs;

import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `expected: 4000000000L but was: 1705032704L`
///
/// Costs are `int`, so their sums are, too, unless somebody says otherwise.
@Exercise(
    id = "climbing-stairs/2",
    title = "Each step costs something",
    hints = {
      "You know what it costs at least to stand on steps i-1 and i-2. What does it cost at least to"
          + " stand on step i?",
      "That finds the cost. For the way: when you stand on the top, which of the two steps below"
          + " did you come from? And from where there?",
      "Keep least[i] in a long[] for all i from 0, where least[0] = 0. Then walk down from n: note"
          + " i, and go to i-1 or i-2, whichever has the smaller least. The list comes out upside"
          + " down."
    })
final class CheapestClimb {

  private CheapestClimb() {}

  /// @param cost what the climb costs
  /// @param steps the steps that are stood on, upwards from 1; the last is the top
  record Climb(long cost, List<Integer> steps) {}

  static Climb cheapest(int... costs) {
    int[] least = new int[costs.length + 1];
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
