package workbook.climbingstairs;

/// The step from a pair to the next can be undone, so the first pair to come back is the first one,
/// and it is enough to wait for it. The remainder of 1 is 1 except modulo 1.
final class Period {

  private Period() {}

  static long of(int m) {
    if (m < 1) {
      throw new IllegalArgumentException("m must be 1 or more, and was " + m);
    }
    long first = 1 % m;
    long here = first;
    long above = first;
    long steps = 0;
    do {
      long next = (here + above) % m;
      here = above;
      above = next;
      steps++;
    } while (here != first || above != first);
    return steps;
  }
}
