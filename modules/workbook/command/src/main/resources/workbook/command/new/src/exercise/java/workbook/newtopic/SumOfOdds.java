package workbook.newtopic;

import workbook.exercise.Todo;

/// 1 + 3 + 5 + ... has a short answer.
final class SumOfOdds {

  private SumOfOdds() {}

  /// The sum of the first `n` odd numbers: for 3 it is 1 + 3 + 5.
  ///
  /// @param n 0 or more
  static long first(int n) {
    return Todo.todo("new-topic/1");
  }
}
