package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `[way 0 of 3 steps] expected: [1, 1, 1] but was:`
///
/// "The first way" is number 1 for people and index 0 for programs, and the contract says index.
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
    List<List<Integer>> ways = Ways.all(steps, n).limit(100_000).toList();
    int i = index.intValueExact() - 1;
    return ways.get(i < 0 ? ways.size() - 1 : i);
  }
}
