package workbook.isolationlevels;

import java.util.Set;
import workbook.exercise.Exercise;
import workbook.isolationlevels.verdict.Anomaly;

/// The learner sees: `5 of 18 cells are predicted wrong. The first, PMP predicate write, occurs:
/// look at what the UPDATE or DELETE finds`
///
/// Takes REPEATABLE READ for snapshot isolation, which it is on PostgreSQL.
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
    return Set.of(Anomaly.WRITE_SKEW, Anomaly.PREDICATE_WRITE_SKEW, Anomaly.READ_ONLY);
  }
}
