package workbook.isolationlevels;

import workbook.exercise.Todo;

/// The interleaving of `lost-update` at READ COMMITTED loses an update: both transactions read 10,
/// and both write 11. Make it safe by changing one statement, the SELECT, and nothing else: not the
/// level, not the UPDATE.
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
