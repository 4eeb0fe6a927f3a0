package workbook.isolationlevels.matrix;

import java.sql.SQLException;
import java.util.Optional;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;

/// What one level did about one anomaly.
///
/// @param word `occurs`; or how it was prevented: `waited` for another transaction, the code with
///   which one was aborted, or `snapshot` where nobody waited and an older or newer version
///   answered
/// @param serial whether some serial order explains the run
public record Cell(String word, boolean serial) {

  public static final String OCCURS = "occurs";
  public static final String WAITED = "waited";
  public static final String SNAPSHOT = "snapshot";

  public static Cell of(Anomaly anomaly, Verdict verdict, Engine engine) {
    Outcome outcome = verdict.outcome();
    return new Cell(
        anomaly.occurredIn(outcome) ? OCCURS : how(outcome, engine), !verdict.anomalous());
  }

  /// How a run kept out of trouble.
  static String how(Outcome outcome, Engine engine) {
    Optional<SQLException> error = outcome.failure().flatMap(done -> done.result().error());
    if (error.isPresent()) {
      String code = ServerError.code(error.get());
      return engine.classify(error.get()) == Failure.OTHER ? "error " + code : code;
    }
    return outcome.run().waits().findAny().isPresent() ? WAITED : SNAPSHOT;
  }

  public boolean occurs() {
    return word.equals(OCCURS);
  }

  /// The word, with a `~` where no serial order explains the run.
  @Override
  public String toString() {
    return serial ? word : word + "~";
  }
}
