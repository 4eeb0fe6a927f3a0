package workbook.isolationtest;

/// Something that a session did, or that became of it, in the order in which it was seen.
///
/// @param text a statement with its parameters; what it gave; for whom it waits
record Event(String session, Kind kind, String text) {

  enum Kind {
    STATEMENT,
    RESULT,
    WAITING,
    FAILED
  }
}
