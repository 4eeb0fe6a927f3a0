package workbook.isolationlevels;

import java.util.Set;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;
import workbook.isolationlevels.verdict.Anomaly;

/// Predict a column of the matrix: MySQL at REPEATABLE READ, its default level. A SELECT there
/// reads a snapshot; an UPDATE or a DELETE works on the newest version of what it finds, and its
/// own transaction sees the result.
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

  /// The anomalies that occur. Look at the matrix of MySQL when you are done, not before.
  static Set<Anomaly> occur() {
    return Todo.todo("isolation-levels/3");
  }
}
