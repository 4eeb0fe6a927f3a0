package workbook.isolationlevels.run;

import java.util.List;
import workbook.isolationlevels.spec.Specification.Step;

/// What happened while a permutation ran, in the order in which it was seen.
public sealed interface Event {

  /// A setup or a teardown answered a query.
  record Answered(Table table) implements Event {}

  /// A teardown failed. That ends nothing.
  record TeardownFailed(String message) implements Event {}

  /// The server said something to a session beside the results.
  record Said(String session, String message) implements Event {}

  /// A step waits.
  ///
  /// @param sql as it was sent
  /// @param holders the sessions whose locks it waits for; none if a blocker says so
  record Waiting(Step step, String sql, List<String> holders) implements Event {}

  /// A step has ended.
  ///
  /// @param sql as it was sent
  /// @param waited whether it was seen waiting before
  record Done(Step step, String sql, boolean waited, Result result) implements Event {}

  /// A step did not end and was cancelled.
  record Cancelled(Step step, long seconds) implements Event {}
}
