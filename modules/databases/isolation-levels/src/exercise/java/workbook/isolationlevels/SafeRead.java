package workbook.isolationlevels;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The interleaving of `lost-update` at READ COMMITTED loses an update: both transactions read 10,
/// and both write 11. Make it safe by changing one statement, the SELECT, and nothing else: not the
/// level, not the UPDATE.
@Exercise(
    id = "isolation-levels/1",
    title = "Make an interleaving safe by changing one statement",
    hints = {
      "The second SELECT must not answer before the first transaction has ended. What makes a"
          + " statement wait?",
      "A write takes a lock that a second writer waits for. A read can ask for the same lock.",
      "SELECT … FOR UPDATE."
    })
final class SafeRead {

  private SafeRead() {}

  /// The statement that both transactions read with, in place of `SELECT v FROM test WHERE id = 1`.
  /// Its first value is what they add one to.
  ///
  /// With it no interleaving may be anomalous at READ COMMITTED, and no transaction may fail.
  static String select() {
    return Todo.todo("isolation-levels/1");
  }
}
