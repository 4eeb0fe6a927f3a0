package workbook.postgresqlsetup;

import java.util.List;
import java.util.Map;
import workbook.exercise.Todo;

/// May the lock file be deleted?
final class LockVerdict {

  private LockVerdict() {}

  /// What a `postmaster.pid` is.
  enum Verdict {
    /// A server runs on the folder.
    RUNNING,
    /// A server has written it, and is not ready yet, or is shutting down.
    BUSY,
    /// Its process is gone: the next server deletes the file by itself.
    STALE,
    /// Its process id has gone to another program: delete the file.
    MISTAKEN,
    /// It says nothing: the disk was full, or the machine went down.
    EMPTY
  }

  /// The verdict on a lock file. Its lines are: process id, data folder, start time, port, socket
  /// folder, address, shared memory, state; the last ones come only while the server starts. A
  /// server for one user alone writes its id with a minus, and is always running. The state is
  /// `ready`, or for a server that follows another `standby`, with blanks behind it; anything else,
  /// or none yet, is busy.
  ///
  /// @param programs the names of the programs that run, by process id: a server's is `postgres`
  static Verdict of(List<String> lines, Map<Long, String> programs) {
    return Todo.todo("postgresql-setup/5");
  }
}
