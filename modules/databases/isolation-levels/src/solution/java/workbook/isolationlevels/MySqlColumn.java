package workbook.isolationlevels;

import java.util.Set;
import workbook.exercise.Exercise;
import workbook.isolationlevels.verdict.Anomaly;

/// Reads come from a snapshot, so what a reader could see goes wrong nowhere. What writes, works on
/// the newest version: the four where a write follows a commit of the other. And a snapshot does
/// not prevent write skew.
@Exercise(
    id = "isolation-levels/3",
    title = "Predict a column: MySQL at REPEATABLE READ",
    hints = {
      "Go through the specifications one by one. Where all that could go wrong is seen by SELECTs,"
          + " the snapshot prevents it.",
      "Where a transaction writes after another has committed: what does its UPDATE or DELETE find,"
          + " and what do its later SELECTs see of that?",
      "Eight of the eighteen occur. All three of G2 are among them, and lost update."
    })
final class MySqlColumn {

  private MySqlColumn() {}

  static Set<Anomaly> occur() {
    return Set.of(
        Anomaly.PREDICATE_WRITE,
        Anomaly.LOST_UPDATE,
        Anomaly.READ_SKEW_WRITE,
        Anomaly.PARTIAL_VISIBILITY,
        Anomaly.UPDATE_MEETS_PHANTOM,
        Anomaly.WRITE_SKEW,
        Anomaly.PREDICATE_WRITE_SKEW,
        Anomaly.READ_ONLY);
  }
}
