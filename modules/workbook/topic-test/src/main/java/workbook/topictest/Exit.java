package workbook.topictest;

/// Stands for the end of a JVM in which others still have to run.
public final class Exit extends Error {

  private static final long serialVersionUID = 1L;

  private Exit(int status) {
    super("exit status " + status, null, false, false);
  }

  /// What examples call here in place of [System#exit].
  ///
  /// @throws Exit always
  public static void exit(int status) {
    throw new Exit(status);
  }
}
