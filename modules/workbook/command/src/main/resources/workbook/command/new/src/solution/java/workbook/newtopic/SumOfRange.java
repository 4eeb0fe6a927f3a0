package workbook.newtopic;

/// What comes before the range is taken away from a sum that begins at 1. Without its own case, an
/// empty range would be less than nothing.
final class SumOfRange {

  private SumOfRange() {}

  static long of(int from, int to) {
    if (from > to) {
      return 0;
    }
    long before = NewTopic.inOneStep(from - 1);
    return NewTopic.inOneStep(to) - before;
  }
}
