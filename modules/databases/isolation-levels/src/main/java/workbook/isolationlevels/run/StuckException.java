package workbook.isolationlevels.run;

/// A permutation made no progress for longer than it may. The message is one line that says what
/// each session was doing.
public final class StuckException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StuckException(String message) {
    super(message);
  }
}
