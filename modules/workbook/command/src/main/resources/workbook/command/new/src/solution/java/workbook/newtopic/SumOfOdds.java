package workbook.newtopic;

import workbook.exercise.Exercise;

/// The k-th odd number is what a square of side k - 1 lacks to be one of side k. One factor is a
/// long, because the product of two ints is an int.
@Exercise(
    id = "new-topic/1",
    title = "The sum of the odd numbers",
    hints = {
      "Add them by hand for n = 1, 2, 3 and 4. What comes out?",
      "1, 4, 9, 16: what is each of them of its n?",
      "It is n * n. Of which type must that product be, so that n = 50000 is right?"
    })
final class SumOfOdds {

  private SumOfOdds() {}

  static long first(int n) {
    return (long) n * n;
  }
}
