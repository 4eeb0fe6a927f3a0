package workbook.isolationlevels;

import java.util.Set;
import workbook.exercise.Exercise;
import workbook.isolationlevels.verdict.Anomaly;

/// The learner sees: `9 of 18 cells are predicted wrong. The first, P3 phantom, is prevented: a
/// SELECT reads the snapshot`
///
/// The table of the SQL standard, which every textbook prints.
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
    return Set.of(Anomaly.PHANTOM);
  }
}
