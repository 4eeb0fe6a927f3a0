package workbook.isolationlevels.run;

/// How a permutation is kept when a session blocks or fails.
public enum Rules {
  /// As PostgreSQL's isolationtester does: a step of a session that is blocked waits until it is
  /// free, and so do all steps behind it; after an error a session goes on with its next step.
  TESTER,
  /// As programs do: a session is set up, and begins, when its first step is due; while it is
  /// blocked others go on; after an error it rolls back and does no more in that transaction.
  PROGRAM
}
