package workbook.isolationlevels.run;

import workbook.engine.EngineException;

/// A permutation made no progress for longer than it may, or the server was lost. The message is
/// one line that says what each session was doing, or how.
public final class StuckException extends EngineException {

  private static final long serialVersionUID = 1;

  private final transient Run soFar;

  StuckException(String message) {
    this(message, null, null);
  }

  StuckException(String message, Throwable cause, Run soFar) {
    super(message, cause);
    this.soFar = soFar;
  }

  StuckException after(Run run) {
    return new StuckException(getMessage(), getCause(), run);
  }

  /// What had happened until then.
  public Run soFar() {
    return soFar;
  }
}
