package workbook.isolationlevels;

import workbook.exercise.Exercise;

/// The learner sees: `t1 and then t2, one after the other, must leave row 1 at 12, and left it at
/// null`
///
/// An UPDATE takes the lock, but gives no value that the next statement could add one to.
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

  static String select() {
    return "UPDATE test SET v = v WHERE id = 1";
  }
}
