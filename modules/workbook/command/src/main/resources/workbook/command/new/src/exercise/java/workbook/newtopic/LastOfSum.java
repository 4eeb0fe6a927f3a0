package workbook.newtopic;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The question asked backwards.
@Exercise(
    id = "new-topic/3",
    title = "The last number of a sum",
    hints = {
      "For a sum of 10 the answer is 4. What is it for 9, and for 11?",
      "One n after the other takes a billion steps for 10^18. What would halving take?",
      "Keep low and high. Is the sum up to the middle above the sum that was asked for?"
    })
final class LastOfSum {

  private LastOfSum() {}

  /// The largest n for which 1 + 2 + ... + n is not above `sum`.
  ///
  /// @param sum 0 or more, and below 2^60
  static int notAbove(long sum) {
    return Todo.todo("new-topic/3");
  }
}
