package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.isolationlevels.spec.Specification.Step;

/// What a program does about the error of a step: it survives it, or rolls back. An error that
/// neither another session has caused nor the specification foresees stops the run.
///
/// @param lenient whether such an error is one more on which the program rolls back
record ErrorHandling(Engine engine, boolean lenient) {

  private static final Set<Failure> BY_OTHERS =
      Set.of(Failure.DEADLOCK, Failure.UPDATE_CONFLICT, Failure.LOCK_TIMEOUT);

  /// @throws StepException if the error is none that could be foreseen
  Result of(Step step, Result result) {
    if (result.error().isEmpty()) {
      return result;
    }
    SQLException e = result.error().get();
    Failure failure = engine.classify(e);
    if (names(step.errors().survived(), e, failure)) {
      return result.asSurvived();
    }
    if (!lenient && !BY_OTHERS.contains(failure) && !names(step.errors().aborting(), e, failure)) {
      String code = e.getSQLState() == null ? ServerError.code(e) : e.getSQLState();
      throw new StepException(
          step,
          "%s; were it part of the program, '#! survives %s' or '#! aborts on %s' above the step would say so"
              .formatted(ServerError.line(e), code, code),
          e);
    }
    return result;
  }

  private static boolean names(List<String> errors, SQLException e, Failure failure) {
    // SQLite's driver gives none.
    return e.getSQLState() != null && errors.contains(e.getSQLState())
        || errors.contains(Integer.toString(e.getErrorCode()))
        || errors.contains(failure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
