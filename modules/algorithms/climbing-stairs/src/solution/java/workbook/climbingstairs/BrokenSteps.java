package workbook.climbingstairs;

import java.util.Set;

/// Two variables are enough here too: a broken step is a number of ways like any other, and it is
/// 0. Nothing is subtracted, so nothing can be counted twice.
final class BrokenSteps {

  private BrokenSteps() {}

  static long ways(int n, Set<Integer> broken) {
    Height.check(n);
    long below = 0;
    long here = 1;
    for (int i = 1; i <= n; i++) {
      long next = broken.contains(i) ? 0 : here + below;
      below = here;
      here = next;
    }
    return here;
  }
}
