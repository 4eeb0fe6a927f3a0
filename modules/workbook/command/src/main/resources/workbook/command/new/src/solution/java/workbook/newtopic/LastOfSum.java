package workbook.newtopic;

import workbook.exercise.Exercise;

/// The sums grow with n, so that halving finds the last one. A square root would be shorter, and
/// wrong where a double has too few digits.
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

  static int notAbove(long sum) {
    int low = 0;
    int high = Integer.MAX_VALUE;
    while (low < high) {
      // Rounded up, so that low moves; and without low + high, which an int does not hold.
      int middle = high - (high - low) / 2;
      if (NewTopic.inOneStep(middle) <= sum) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
