package workbook.isolationlevels;

/// The learner sees: `t1 and then t2, one after the other, must leave row 1 at 12, and left it at
/// null`
///
/// An UPDATE takes the lock, but gives no value that the next statement could add one to.
final class SafeRead {

  private SafeRead() {}

  static String select() {
    return "UPDATE test SET v = v WHERE id = 1";
  }
}
