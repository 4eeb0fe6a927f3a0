package workbook.newtopic;

/// The sums grow with n, so that halving finds the last one. A square root would be shorter, and
/// wrong where a double has too few digits.
final class LastOfSum {

  private LastOfSum() {}

  static int notAbove(long sum) {
    int low = 0;
    int high = Integer.MAX_VALUE;
    while (low < high) {
      // Rounded up, so that low moves; and without low + high, which an int does not hold.
      int middle = high - (high - low) / 2;
      if (NewTopic.inOneStep(middle) <= sum) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
