package workbook.isolationlevels;

import java.util.Map;
import workbook.exercise.Todo;

/// A store of numbers by name that keeps versions instead of locks, as MVCC does, and gives
/// snapshot isolation. One thread uses it; its transactions overlap all the same.
///
/// * A transaction reads the snapshot of when it began: of each name the newest version that was
///   committed by then; and over it what it has written itself.
/// * The first updater wins: to write a name of which another transaction holds an uncommitted
///   version, or of which a version was committed since this one began, is a [Conflict].
final class VersionStore {

  /// What ends a transaction that would overwrite what it has not seen.
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Begins a transaction.
  Transaction begin() {
    return Todo.todo("isolation-levels/4");
  }

  final class Transaction {

    /// All names that there are for this transaction, with their values: a map of its own, which
    /// later writes do not change.
    Map<String, Integer> read() {
      return Todo.todo("isolation-levels/4");
    }

    /// Gives a name a value, which may be a new name; over a value of its own, too.
    ///
    /// @throws Conflict if another was first; this transaction is rolled back then
    void write(String name, int value) {
      Todo.todo("isolation-levels/4");
    }

    /// Makes what was written, and nothing else, visible to transactions that begin from now on.
    void commit() {
      Todo.todo("isolation-levels/4");
    }

    /// Forgets what was written.
    void rollback() {
      Todo.todo("isolation-levels/4");
    }
  }
}
