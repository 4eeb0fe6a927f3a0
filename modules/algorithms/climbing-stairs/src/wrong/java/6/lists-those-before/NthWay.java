package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `BigInteger out of long range`
///
/// The stream is lazy, but skipping is not free: every way before the one that is wanted is made
/// and thrown away. Nor can `skip` count that far.
@Exercise(
    id = "climbing-stairs/6",
    title = "The way with a given number",
    hints = {
      "How many ways begin with the smallest move? If the number you look for is below that, what"
          + " is the first move?",
      "If it is not, take that many away from the number and look at the next size. Each move"
          + " brings you to the same question on fewer steps.",
      "Make a BigInteger[] with the number of ways for every height up to n. At each step up, for"
          + " each size that fits: if the index is below ways[left - size], make that move; if not,"
          + " subtract it and go on to the next size."
    })
final class NthWay {

  private NthWay() {}

  static List<Integer> at(Steps steps, int n, BigInteger index) {
    Height.check(n);
    return Ways.all(steps, n)
        .skip(index.longValueExact())
        .findFirst()
        .orElseThrow(() -> new IndexOutOfBoundsException("there is no way with index " + index));
  }
}
