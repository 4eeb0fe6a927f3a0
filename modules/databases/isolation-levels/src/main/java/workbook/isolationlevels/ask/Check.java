package workbook.isolationlevels.ask;

import java.sql.SQLException;
import java.util.function.Consumer;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.isolationlevels.ask.Script.Statement;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.verdict.Outcome;

/// That what failed in a run has failed because of another transaction. A misspelt name fails as
/// well, and would pass for an abort.
///
/// A constraint may refuse what overlaps: a second row of one key is how it prevents an anomaly.
final class Check implements Consumer<Outcome> {

  private final Question question;
  private final Engine engine;

  Check(Question question, Engine engine) {
    this.question = question;
    this.engine = engine;
  }

  @Override
  public void accept(Outcome outcome) {
    outcome.run().done().filter(done -> done.result().failed()).forEach(this::check);
  }

  private void check(Done done) {
    SQLException e = done.result().error().orElseThrow();
    boolean isAbort =
        switch (engine.classify(e)) {
          case DEADLOCK, UPDATE_CONFLICT, LOCK_TIMEOUT, DUPLICATE_KEY -> true;
          case CONNECTION_LOST, OTHER -> isConstraint(e);
        };
    if (!isAbort) {
      throw refused(done);
    }
  }

  /// Alone, nothing may refuse a script.
  void alone(Outcome outcome) {
    outcome
        .failure()
        .ifPresent(done -> {
          throw refused(done);
        });
  }

  private EngineException refused(Done done) {
    Statement statement = question.statement(done.step());
    return statement.refused(
        "%s refuses it: %s"
            .formatted(engine.title(), ServerError.line(done.result().error().orElseThrow())));
  }

  /// Class 23 of the SQLStates: integrity constraint violation.
  private static boolean isConstraint(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("23");
  }
}
