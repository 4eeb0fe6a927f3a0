package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `[way 10^20 of 100 steps] expected:`
///
/// The table is right up to 91 steps. After that it wraps, its numbers may be negative, and moves
/// are chosen by them.
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
    long[] ways = new long[n + 1];
    ways[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int size : steps.sizes()) {
        ways[i] += size <= i ? ways[i - size] : 0;
      }
    }
    if (index.signum() < 0 || n <= 91 && index.compareTo(BigInteger.valueOf(ways[n])) >= 0) {
      throw new IndexOutOfBoundsException("there is no way with index " + index);
    }
    List<Integer> moves = new ArrayList<>();
    int left = n;
    long rest = index.longValue();
    while (left > 0) {
      int move = steps.sizes().getLast();
      for (int size : steps.sizes()) {
        long above = size <= left ? ways[left - size] : 0;
        if (rest < above) {
          move = size;
          break;
        }
        rest -= above;
      }
      moves.add(move);
      left -= move;
    }
    return moves;
  }
}
