package workbook.newtopic;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// 1 + 3 + 5 + ... has a short answer.
@Exercise(
    id = "new-topic/1",
    title = "The sum of the odd numbers",
    hints = {
      "Add them by hand for n = 1, 2, 3 and 4. What comes out?",
      "1, 4, 9, 16: what is each of them of its n?",
      "It is n * n. Of which type must that product be, so that n = 50000 is right?"
    })
final class SumOfOdds {

  private SumOfOdds() {}

  /// The sum of the first `n` odd numbers: for 3 it is 1 + 3 + 5.
  ///
  /// @param n 0 or more
  static long first(int n) {
    return Todo.todo("new-topic/1");
  }
}
