package workbook.parameterdecryption;

/// A sealed body that is not accepted. It carries no text of the body, and no stack trace, which
/// would cost more than the check that failed.
final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Why, for the log. None depends on a secret, but [#NOT_AUTHENTIC], which does not say what of
  /// key, tag and additional data was wrong.
  enum Reason {
    TOO_LARGE,
    NO_ENVELOPE,
    NOT_FRESH,
    NOT_AUTHENTIC,
    REPLAYED,
    STORE_FULL,
    NO_JSON_OF_THE_TYPE
  }

  private final Reason reason;

  Rejected(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
