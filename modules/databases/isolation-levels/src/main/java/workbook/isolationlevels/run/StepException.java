package workbook.isolationlevels.run;

import java.sql.SQLException;
import workbook.engine.EngineException;
import workbook.isolationlevels.spec.Specification.Step;

/// A step failed for a reason that no other session has: a table that is not there, a word that is
/// no SQL. Whatever was counted then would be wrong.
public final class StepException extends EngineException {

  private static final long serialVersionUID = 1;

  private final transient Step step;
  private final SQLException error;

  StepException(Step step, String message, SQLException cause) {
    super("step %s%s: %s".formatted(step.name(), place(step), message), cause);
    this.step = step;
    this.error = cause;
  }

  private static String place(Step step) {
    return step.place().isEmpty() ? "" : " (" + step.place() + ")";
  }

  public Step step() {
    return step;
  }

  /// What the server said; nothing if it would have said nothing.
  public SQLException error() {
    return error;
  }
}
