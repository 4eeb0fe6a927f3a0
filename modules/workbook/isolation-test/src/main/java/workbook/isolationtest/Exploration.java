package workbook.isolationtest;

import java.util.List;

/// What came of every interleaving.
///
/// @param total how many there are
/// @param aborted in how many of those that are serializable the database has ended a session, for
///   a deadlock, a conflict or a lock that was not to be had
/// @param anomalies those that are not as if the sessions had run one after the other, least first
public record Exploration(int total, int aborted, List<Anomaly> anomalies) {

  /// An interleaving that no order of whole sessions explains, or after which something does not
  /// hold.
  ///
  /// @param switches how often it goes on with another session
  /// @param story the statements in lanes, and what is wrong
  public record Anomaly(int switches, String story) {}

  /// The message of a test that fails.
  String message(String where, String wrong) {
    return "%s: %d of %d interleavings %s. One with the fewest switches between sessions:%n%n%s"
        .formatted(where, anomalies.size(), total, wrong, anomalies.getFirst().story());
  }
}
