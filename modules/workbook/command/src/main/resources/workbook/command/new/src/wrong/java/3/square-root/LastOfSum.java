package workbook.newtopic;

import workbook.exercise.Exercise;

/// The learner sees: `notAbove(500000000499999999)] expected: 999999999 but was: 1000000000`
///
/// Solves n (n + 1) / 2 = sum. Above 2^53 a double does not hold every whole number, so a sum that
/// is one too small looks large enough.
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
    return (int) ((Math.sqrt(8.0 * sum + 1) - 1) / 2);
  }
}
