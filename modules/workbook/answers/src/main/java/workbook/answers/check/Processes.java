package workbook.answers.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The processes that an answer starts: how many there may be, which there are, and their end.
final class Processes {

  /// The variable that says of a process, and of all that it starts, which answers it is for.
  private static final String MARK = "WORKBOOK_ANSWER";

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path PROC = Path.of("/proc");

  /// Limits that a shell sets and that each process hands on: a file of 256 MB (a block has 512
  /// bytes), no core dumps, and 2000 processes and threads more than the system has. What a shell
  /// cannot limit stays as it is.
  private static final String LIMITS =
      """
      ulimit -f 524288 2>/dev/null
      ulimit -c 0 2>/dev/null
      if read -r _ _ _ tasks _ 2>/dev/null </proc/loadavg; then
        most=$((${tasks#*/} + 2000))
        ulimit -u $most 2>/dev/null || ulimit -p $most 2>/dev/null
      fi
      exec "$@"
      """;

  /// A killed process may have started another just before: so often is looked for more.
  private static final int ROUNDS = 100;

  private Processes() {}

  /// A process, not started yet, with limits where there is a shell to set them.
  ///
  /// @param mark tells it, and what it starts, from all others
  static ProcessBuilder bounded(List<String> command, String mark) {
    List<String> bounded = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      bounded.addAll(List.of(SHELL.toString(), "-c", LIMITS, "sh"));
    }
    bounded.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(bounded);
    builder.environment().put(MARK, mark);
    return builder;
  }

  /// The mark of this process.
  static String mark() {
    return System.getenv(MARK);
  }

  /// What this process has started and what still runs. Java has a thread for each that it starts;
  /// where there is none, there is nothing to look for.
  static List<ProcessHandle> started(Iterable<Thread> threads) {
    for (Thread thread : threads) {
      if (thread.getName().startsWith("process reaper")) {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList();
      }
    }
    return List.of();
  }

  /// Ends all with a mark but this process, also those that have another parent by now, as far as
  /// the system tells.
  static void end(String mark) {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> marked = marked(mark).toList();
      if (marked.isEmpty()) {
        return;
      }
      marked.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static Stream<ProcessHandle> marked(String mark) {
    if (!Files.isDirectory(PROC)) {
      return Stream.empty();
    }
    String variable = MARK + "=" + mark + "\0";
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> environment(process).contains(variable));
  }

  /// The environment of a process as Linux tells it; empty for one that is gone, or another user's.
  private static String environment(ProcessHandle process) {
    try {
      Path file = PROC.resolve(Long.toString(process.pid())).resolve("environ");
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
