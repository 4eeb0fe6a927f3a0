package workbook.climbingstairs;

import java.util.List;
import workbook.exercise.Todo;

/// Each step costs something.
final class CheapestClimb {

  private CheapestClimb() {}

  /// @param cost what the climb costs
  /// @param steps the steps that are stood on, upwards from 1; the last is the top
  record Climb(long cost, List<Integer> steps) {}

  /// The cheapest climb, 1 or 2 steps at a time, from the floor to the last step.
  ///
  /// Standing on step `i` costs `costs[i - 1]`; jumping over it costs nothing, and neither does the
  /// floor. The last step has to be paid, as that is where the climb ends. A cost may be negative:
  /// there lies money on that step. If several climbs are cheapest, any of them will do.
  ///
  /// @param costs what each step costs, from the bottom, up to 1,000 steps; not changed
  static Climb cheapest(int... costs) {
    return Todo.todo("climbing-stairs/2");
  }
}
