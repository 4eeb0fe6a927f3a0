package workbook.climbingstairs;

import workbook.exercise.Exercise;

/// The learner sees: `[ways(30, 2)] expected: 408L but was: `
///
/// The textbook formula with factorials: 21! no longer fits a `long`, although the quotient would
/// be a small number.
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
    long ways = 0;
    for (int j = 0; j <= k && 2 * j <= n; j++) {
      ways += factorial(n - j) / factorial(j) / factorial(n - 2 * j);
    }
    return ways;
  }

  private static long factorial(int n) {
    return n == 0 ? 1 : n * factorial(n - 1);
  }
}
