package workbook.postgresqlsetup;

/// What is wrong with a line of `pg_hba.conf`, in the server's words.
final class HbaError extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unreported;

  HbaError(String format, Object... values) {
    this(false, values.length == 0 ? format : format.formatted(values));
  }

  private HbaError(boolean unreported, String message) {
    super(message);
    this.unreported = unreported;
  }

  /// An error that the server writes into its log, and does not show in its view.
  static HbaError inLogAlone(String format, Object... values) {
    return new HbaError(true, format.formatted(values));
  }

  /// Whether the view shows what was found before in place of it.
  boolean isUnreported() {
    return unreported;
  }
}
