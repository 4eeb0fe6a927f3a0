package workbook.isolationlevels;

/// The learner sees: `t1 and then t2, one after the other, must leave row 1 at 12, and left it at
/// 21`
///
/// Takes a lock that both ask for, which is safe, but reads the wrong row.
final class SafeRead {

  private SafeRead() {}

  static String select() {
    return "SELECT v FROM test WHERE id = 2 FOR UPDATE";
  }
}
