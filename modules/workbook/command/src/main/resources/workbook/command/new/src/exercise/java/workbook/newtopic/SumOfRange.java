package workbook.newtopic;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// A sum need not begin at 1.
@Exercise(
    id = "new-topic/2",
    title = "The sum from one number to another",
    hints = {
      "What is 3 + 4 + 5, as a difference of two sums that begin at 1?",
      "Which numbers are in 1 + ... + 5, and not in 3 + 4 + 5?",
      "It is the sum up to `to`, minus the sum up to `from - 1`; and 0 where from is above to."
    })
final class SumOfRange {

  private SumOfRange() {}

  /// The sum of the numbers from `from` to `to`, both included; 0 if there are none.
  ///
  /// @param from 1 or more
  /// @param to 0 or more
  static long of(int from, int to) {
    return Todo.todo("new-topic/2");
  }
}
