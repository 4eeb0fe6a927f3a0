package workbook.isolationlevels;

import java.util.Set;
import workbook.exercise.Todo;
import workbook.isolationlevels.verdict.Anomaly;

/// Predict a column of the matrix: MySQL at REPEATABLE READ, its default level. A SELECT there
/// reads a snapshot; an UPDATE or a DELETE works on the newest version of what it finds, and its
/// own transaction sees the result.
final class MySqlColumn {

  private MySqlColumn() {}

  /// The anomalies that occur. Look at the matrix of MySQL when you are done, not before.
  static Set<Anomaly> occur() {
    return Todo.todo("isolation-levels/3");
  }
}
