package workbook.isolationlevels;

import workbook.exercise.Exercise;

/// The read takes the lock that the write will need, so that the second transaction reads only when
/// the first one has committed. At READ COMMITTED that read sees the newest version.
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
    return "SELECT v FROM test WHERE id = 1 FOR UPDATE";
  }
}
