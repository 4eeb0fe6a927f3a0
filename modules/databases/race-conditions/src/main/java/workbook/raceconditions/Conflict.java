package workbook.raceconditions;

import java.sql.SQLTransientException;

/// Somebody else has changed what this transaction read. Nobody waited and nothing is broken: in a
/// new transaction it may well succeed.
final class Conflict extends SQLTransientException {

  private static final long serialVersionUID = 1;

  Conflict(String reason) {
    super(reason);
  }
}
