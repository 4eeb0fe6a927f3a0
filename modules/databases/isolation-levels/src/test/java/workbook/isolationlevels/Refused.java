package workbook.isolationlevels;

import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.ServerError;

/// A step that the database refuses is shown with the database's own words; what comes of it later
/// would only hide them.
final class Refused {

  private Refused() {}

  /// @param when what was run
  static void assertNone(String when, Run run) {
    run.done()
        .filter(done -> done.result().failed())
        .findFirst()
        .ifPresent(done -> {
          throw new AssertionError(message(when, done));
        });
  }

  private static String message(String when, Done done) {
    return "%s: step %s was refused: %s%nIts statement was: %s"
        .formatted(
            when,
            done.step().name(),
            ServerError.line(done.result().error().orElseThrow()),
            done.sql().strip());
  }
}
