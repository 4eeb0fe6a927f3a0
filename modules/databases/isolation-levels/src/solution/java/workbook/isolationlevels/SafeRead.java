package workbook.isolationlevels;

/// The read takes the lock that the write will need, so that the second transaction reads only when
/// the first one has committed. At READ COMMITTED that read sees the newest version.
final class SafeRead {

  private SafeRead() {}

  static String select() {
    return "SELECT v FROM test WHERE id = 1 FOR UPDATE";
  }
}
