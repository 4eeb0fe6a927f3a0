package workbook.isolationlevels;

/// The learner sees: `18 of 20 interleavings are anomalous; the shortest: t1r t1w t2r t2w t2c t1c`
///
/// Reads what it will write, in the hope that this holds the row. Only a lock does.
final class SafeRead {

  private SafeRead() {}

  static String select() {
    return "SELECT v + 0 FROM test WHERE id = 1";
  }
}
