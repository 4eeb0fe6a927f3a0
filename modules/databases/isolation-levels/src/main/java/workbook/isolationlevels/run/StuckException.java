package workbook.isolationlevels.run;

import workbook.engine.EngineException;

/// A permutation made no progress for longer than it may. The message is one line that says what
/// each session was doing.
public final class StuckException extends EngineException {

  private static final long serialVersionUID = 1;

  StuckException(String message) {
    super(message);
  }
}
