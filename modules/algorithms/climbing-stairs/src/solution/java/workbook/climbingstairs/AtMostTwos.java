package workbook.climbingstairs;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The number of twos left is part of the state: a table with a row for each. It only adds, so it
/// fits a `long` as long as its result does; products of binomials on the way would not.
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
    int most = Math.min(k, n / 2);
    long[] below = new long[most + 1];
    long[] here = new long[most + 1];
    Arrays.fill(here, 1);
    for (int i = 1; i <= n; i++) {
      long[] next = new long[most + 1];
      for (int twos = 0; twos <= most; twos++) {
        next[twos] = here[twos] + (twos == 0 ? 0 : below[twos - 1]);
      }
      below = here;
      here = next;
    }
    return here[most];
  }
}
