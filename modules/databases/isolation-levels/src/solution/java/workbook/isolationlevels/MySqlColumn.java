package workbook.isolationlevels;

import java.util.Set;
import workbook.isolationlevels.verdict.Anomaly;

/// Reads come from a snapshot, so what a reader could see goes wrong nowhere. What writes, works on
/// the newest version: the four where a write follows a commit of the other. And a snapshot does
/// not prevent write skew.
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
