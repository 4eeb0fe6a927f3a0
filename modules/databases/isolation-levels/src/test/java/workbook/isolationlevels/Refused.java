package workbook.isolationlevels;

import java.sql.SQLException;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.run.StepException;
import workbook.isolationlevels.spec.Specification.Permutation;

/// A step that the database refuses is shown with the database's own words; what comes of it later
/// would only hide them.
final class Refused {

  private Refused() {}

  /// Runs a permutation of which no step may be refused.
  ///
  /// @param when what is run
  static Run none(String when, Runner runner, Permutation permutation) {
    try {
      Run run = runner.run(permutation);
      run.done()
          .filter(done -> done.result().failed())
          .findFirst()
          .ifPresent(done -> {
            throw new AssertionError(message(when, done));
          });
      return run;
    } catch (StepException e) {
      throw new AssertionError(message(when, e.step().name(), e.error(), e.step().sql()), e);
    }
  }

  private static String message(String when, Done done) {
    return message(when, done.step().name(), done.result().error().orElseThrow(), done.sql());
  }

  private static String message(String when, String step, SQLException error, String sql) {
    return "%s: step %s was refused: %s%nIts statement was: %s"
        .formatted(when, step, ServerError.line(error), sql.strip());
  }
}
