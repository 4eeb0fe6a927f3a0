package workbook.command.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.answers.check.Verdict.State;

/// The text of the progress file: a line that says how many follow, and a line for each exercise,
/// in fields that tabs divide: its id, `solved`, `failing` or `-`, the hints seen, and where there
/// is a verdict the digest of what it rests on, and those files.
final class ProgressText {

  private static final Pattern HEAD = Pattern.compile("workbook progress 1, (\\d{1,9}) exercises");
  private static final Pattern LINE =
      Pattern.compile(
          "(?<id>[a-z0-9-]+/\\d+)\\t(?:-\\t(?<hints>\\d{1,9})"
              + "|(?<state>solved|failing)\\t(?<seen>\\d{1,9})\\t(?<digest>[0-9a-f]{64})(?<files>(?:\\t[^\\t]++)++))");

  private ProgressText() {}

  /// The progress file's text is not one.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  static String write(Map<String, Entry> entries) {
    List<String> lines = new ArrayList<>();
    lines.add("workbook progress 1, " + entries.size() + " exercises");
    entries.forEach((id, entry) -> lines.add(line(id, entry)));
    return String.join("\n", lines) + "\n";
  }

  /// Without [String#formatted], which writes the digits of the default locale.
  private static String line(String id, Entry entry) {
    return entry
        .verdict()
        .map(judged ->
            String.join(
                "\t",
                id,
                judged.state() == State.SOLVED ? "solved" : "failing",
                Integer.toString(entry.hints()),
                judged.footprint().digest(),
                String.join("\t", judged.footprint().files())))
        .orElseGet(() -> id + "\t-\t" + entry.hints());
  }

  /// What was written, in its order.
  static SequencedMap<String, Entry> read(String text) throws Unreadable {
    List<String> lines = text.lines().toList();
    Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!head.matches()) {
      throw new Unreadable("its first line is not 'workbook progress 1, … exercises'");
    }
    if (Integer.parseInt(head.group(1)) != lines.size() - 1) {
      throw new Unreadable(
          "%s exercises are announced and %d follow".formatted(head.group(1), lines.size() - 1));
    }
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches()) {
        throw new Unreadable("line %d is not that of an exercise".formatted(i + 1));
      }
      entries.put(line.group("id"), entry(line));
    }
    return entries;
  }

  private static Entry entry(Matcher line) {
    if (line.group("state") == null) {
      return new Entry(Optional.empty(), Integer.parseInt(line.group("hints")));
    }
    List<String> files = List.of(line.group("files").substring(1).split("\t"));
    State state = line.group("state").equals("solved") ? State.SOLVED : State.FAILING;
    Footprint footprint = new Footprint(files, line.group("digest"));
    return new Entry(
        Optional.of(new Entry.Judged(state, footprint)), Integer.parseInt(line.group("seen")));
  }
}
