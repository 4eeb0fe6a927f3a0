package workbook.newtopic;

import workbook.exercise.Todo;

/// The question asked backwards.
final class LastOfSum {

  private LastOfSum() {}

  /// The largest n for which 1 + 2 + ... + n is not above `sum`.
  ///
  /// @param sum 0 or more, and below 2^60
  static int notAbove(long sum) {
    return Todo.todo("new-topic/3");
  }
}
