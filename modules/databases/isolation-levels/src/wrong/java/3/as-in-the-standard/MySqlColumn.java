package workbook.isolationlevels;

import java.util.Set;
import workbook.isolationlevels.verdict.Anomaly;

/// The learner sees: `9 of 18 cells are predicted wrong. The first, P3 phantom, is prevented: a
/// SELECT reads the snapshot`
///
/// The table of the SQL standard, which every textbook prints.
final class MySqlColumn {

  private MySqlColumn() {}

  static Set<Anomaly> occur() {
    return Set.of(Anomaly.PHANTOM);
  }
}
