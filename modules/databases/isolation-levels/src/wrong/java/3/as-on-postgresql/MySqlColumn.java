package workbook.isolationlevels;

import java.util.Set;
import workbook.isolationlevels.verdict.Anomaly;

/// The learner sees: `5 of 18 cells are predicted wrong. The first, PMP predicate write, occurs:
/// look at what the UPDATE or DELETE finds`
///
/// Takes REPEATABLE READ for snapshot isolation, which it is on PostgreSQL.
final class MySqlColumn {

  private MySqlColumn() {}

  static Set<Anomaly> occur() {
    return Set.of(Anomaly.WRITE_SKEW, Anomaly.PREDICATE_WRITE_SKEW, Anomaly.READ_ONLY);
  }
}
