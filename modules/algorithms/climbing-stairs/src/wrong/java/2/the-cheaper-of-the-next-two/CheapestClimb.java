package workbook.climbingstairs;

import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `[the cost of the climb over [1, 2, 9, 1]] expected: 3L but was: 4L`
///
/// Going to the cheaper of the two steps above looks one move ahead. Greedy is right only where a
/// choice now never makes a later one worse, and here it does.
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
    List<Integer> steps = new ArrayList<>();
    long cost = 0;
    int at = 0;
    while (at < costs.length) {
      at = at + 2 <= costs.length && costs[at + 1] < costs[at] ? at + 2 : at + 1;
      cost += costs[at - 1];
      steps.add(at);
    }
    return new Climb(cost, steps);
  }
}
