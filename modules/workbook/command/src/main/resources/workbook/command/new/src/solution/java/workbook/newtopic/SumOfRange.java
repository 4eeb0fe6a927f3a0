package workbook.newtopic;

import workbook.exercise.Exercise;

/// What comes before the range is taken away from a sum that begins at 1. Without its own case, an
/// empty range would be less than nothing.
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

  static long of(int from, int to) {
    if (from > to) {
      return 0;
    }
    long before = NewTopic.inOneStep(from - 1);
    return NewTopic.inOneStep(to) - before;
  }
}
