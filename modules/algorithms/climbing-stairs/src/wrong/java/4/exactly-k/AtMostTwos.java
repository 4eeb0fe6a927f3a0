package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[ways(10, 5)] expected: 89L but was: 1L`
///
/// The binomial counts the ways with exactly k twos; "at most" is a sum.
@Exercise(
    id = "climbing-stairs/4",
    title = "At most k twos",
    hints = {
      "How many moves are there if exactly j of them are twos?",
      "With j twos there are n - 2j ones, so n - j moves. You only choose which of the moves are"
          + " the twos. Or: what is left of k after a 2?",
      "Add up the binomials (n-j over j) for j from 0 to the smaller of k and n/2. Build each with"
          + " c = c * (m - i) / (i + 1), which stays whole, instead of with factorials, which do"
          + " not fit."
    })
final class AtMostTwos {

  private AtMostTwos() {}

  static long ways(int n, int k) {
    Height.check(n);
    Height.check(k);
    if (2 * k > n) {
      return 0;
    }
    long ways = 1;
    for (int i = 0; i < k; i++) {
      ways = ways * (n - k - i) / (i + 1);
    }
    return ways;
  }
}
