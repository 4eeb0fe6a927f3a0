package workbook.isolationlevels;

import workbook.exercise.Exercise;

/// The learner sees: `18 of 20 interleavings are anomalous; the shortest: t1r t1w t2r t2w t2c t1c`
///
/// Reads what it will write, in the hope that this holds the row. Only a lock does.
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
    return "SELECT v + 0 FROM test WHERE id = 1";
  }
}
