package workbook.postgresqlsetup;

/// Why a client does not go on with a server.
final class Distrust extends Exception {

  private static final long serialVersionUID = 1L;

  Distrust(String format, Object... values) {
    super(format.formatted(values));
  }
}
