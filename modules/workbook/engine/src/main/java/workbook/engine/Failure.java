package workbook.engine;

/// Why a statement or a commit failed, as far as a program that shares its data must know.
public enum Failure {
  /// Sessions waited for each other in a circle, and this one was chosen to end it.
  DEADLOCK,
  /// Another transaction changed what this one had read, or would change: a serialization failure.
  UPDATE_CONFLICT,
  /// A lock was not to be had in the time that the session had set, or at once for `NOWAIT`.
  LOCK_TIMEOUT,
  /// A unique key is already there.
  DUPLICATE_KEY,
  /// Nobody knows any more whether the statement was executed.
  CONNECTION_LOST,
  /// Anything else: the same statement would fail again.
  OTHER
}
