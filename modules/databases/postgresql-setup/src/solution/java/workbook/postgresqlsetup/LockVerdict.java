package workbook.postgresqlsetup;

import java.util.List;
import java.util.Map;

/// Asks first who has the id now, and only then what the file says of itself: after a crash it says
/// that all is well.
final class LockVerdict {

  private LockVerdict() {}

  enum Verdict {
    RUNNING,
    BUSY,
    STALE,
    MISTAKEN,
    EMPTY
  }

  static Verdict of(List<String> lines, Map<Long, String> programs) {
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      return Verdict.EMPTY;
    }
    long id = Long.parseLong(lines.getFirst().strip());
    String program = programs.get(Math.abs(id));
    if (program == null) {
      return Verdict.STALE;
    }
    if (!program.equals("postgres")) {
      return Verdict.MISTAKEN;
    }
    if (id < 0) {
      return Verdict.RUNNING;
    }
    String state = lines.size() < 8 ? "" : lines.get(7).strip();
    return state.equals("ready") || state.equals("standby") ? Verdict.RUNNING : Verdict.BUSY;
  }
}
