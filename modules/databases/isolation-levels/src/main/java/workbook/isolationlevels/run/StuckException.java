package workbook.isolationlevels.run;

import workbook.engine.EngineException;

/// A permutation made no progress for longer than it may. The message is one line that says what
/// each session was doing.
public final class StuckException extends EngineException {

  private static final long serialVersionUID = 1;

  private final transient Run soFar;

  StuckException(String message) {
    this(message, null);
  }

  private StuckException(String message, Run soFar) {
    super(message);
    this.soFar = soFar;
  }

  StuckException after(Run run) {
    return new StuckException(getMessage(), run);
  }

  /// What had happened until then.
  public Run soFar() {
    return soFar;
  }
}
