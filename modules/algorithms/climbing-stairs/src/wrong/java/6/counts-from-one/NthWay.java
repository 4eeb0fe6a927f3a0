package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `[way 1 of 3 steps] expected: [1, 2] but was: [1, 1, 1]`
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
    BigInteger[] ways = new BigInteger[n + 1];
    ways[0] = BigInteger.ONE;
    for (int i = 1; i <= n; i++) {
      ways[i] = BigInteger.ZERO;
      for (int size : steps.sizes()) {
        ways[i] = size <= i ? ways[i].add(ways[i - size]) : ways[i];
      }
    }
    if (index.signum() < 0 || index.compareTo(ways[n]) >= 0) {
      throw new IndexOutOfBoundsException(
          "there are %d ways, and none with index %d".formatted(ways[n], index));
    }
    List<Integer> moves = new ArrayList<>();
    int left = n;
    BigInteger rest = index.subtract(BigInteger.ONE);
    while (left > 0) {
      for (int size : steps.sizes()) {
        BigInteger above = size <= left ? ways[left - size] : BigInteger.ZERO;
        if (rest.compareTo(above) < 0) {
          moves.add(size);
          left -= size;
          break;
        }
        rest = rest.subtract(above);
      }
    }
    return moves;
  }
}
