package workbook.newtopic;

import workbook.exercise.Exercise;

/// The learner sees: `first(50000)] expected: 2500000000L but was: -1794967296L`
///
/// The product of two ints is an int. It becomes a long only after it has overflowed.
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
    return n * n;
  }
}
