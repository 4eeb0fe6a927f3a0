package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `postmaster.pid`, which a server writes into its data folder so that no second one starts there.
/// Its lines, as `miscadmin.h` has them: process id, data folder, start time, port, socket folder,
/// address, shared memory, state.
///
/// @param pid of the server, or 0 if the first line is no number
/// @param lines all of them
record LockFile(long pid, List<String> lines) {

  static final String NAME = "postmaster.pid";

  /// The lock file of a data folder, if there is one.
  static Optional<LockFile> read(Path data) {
    Path file = data.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      String first = lines.isEmpty() ? "" : lines.getFirst().strip();
      // A server of one user writes its id with a minus.
      long pid = first.matches("-?[0-9]{1,10}") ? Math.abs(Long.parseLong(first)) : 0;
      return Optional.of(new LockFile(pid, lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// The process that has the id now.
  Optional<ProcessHandle> process() {
    return pid == 0 ? Optional.empty() : ProcessHandle.of(pid);
  }

  /// The same if it is a PostgreSQL server, and not one that came to the same id.
  Optional<ProcessHandle> server() {
    return process().filter(process -> program(process).equals("postgres"));
  }

  /// The name of a process's program; empty if it may not be known.
  static String program(ProcessHandle process) {
    return process.info().command().map(path -> Path.of(path).getFileName().toString()).orElse("");
  }
}
