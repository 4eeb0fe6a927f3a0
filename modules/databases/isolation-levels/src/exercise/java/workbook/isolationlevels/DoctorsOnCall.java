package workbook.isolationlevels;

import workbook.exercise.Todo;

/// Alice and Bob are on call. Each of them may go home as long as somebody else is on call, and a
/// program sees to that: it looks, and only then takes the name off the list. At SNAPSHOT both may
/// go home all the same. Write the specification that shows it.
final class DoctorsOnCall {

  private DoctorsOnCall() {}

  /// A specification with a table `doctors(name, on_call)` that holds alice and bob, both with
  /// `on_call` 1; a session for each of them, whose transaction reads how many are on call and then
  /// sets its own `on_call` to 0, if another is; and one permutation.
  ///
  /// On H2 at SNAPSHOT both transactions commit and nobody is on call. One after the other, whoever
  /// comes second stays.
  static String specification() {
    return Todo.todo("isolation-levels/2");
  }
}
