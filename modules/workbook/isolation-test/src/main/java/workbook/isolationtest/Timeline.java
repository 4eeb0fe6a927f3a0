package workbook.isolationtest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import workbook.isolationtest.Event.Kind;

/// Events in lanes, one for each session; a `:` runs down a lane that waits.
final class Timeline {

  private static final int WIDTH = 100;
  private static final String GAP = "  ";

  private Timeline() {}

  static String of(List<String> sessions, List<Event> events) {
    int width = (WIDTH - GAP.length() * (sessions.size() - 1)) / sessions.size();
    StringBuilder text = new StringBuilder();
    line(text, sessions, width);
    line(text, sessions.stream().map(_ -> "-".repeat(width)).toList(), width);
    Set<String> waiting = new HashSet<>();
    for (Event event : events) {
      if (event.kind() == Kind.RESULT || event.kind() == Kind.FAILED) {
        waiting.remove(event.session());
      }
      for (String part : parts(event, width)) {
        line(
            text,
            sessions.stream()
                .map(session ->
                    session.equals(event.session()) ? part : waiting.contains(session) ? "  :" : "")
                .toList(),
            width);
      }
      if (event.kind() == Kind.WAITING) {
        waiting.add(event.session());
      }
    }
    return text.toString();
  }

  private static List<String> parts(Event event, int width) {
    String sign =
        switch (event.kind()) {
          case STATEMENT -> "";
          case RESULT -> "  = ";
          case WAITING -> "  : ";
          case FAILED -> "  ! ";
        };
    List<String> parts = new ArrayList<>();
    StringBuilder line = new StringBuilder(sign);
    boolean empty = true;
    for (String word : event.text().strip().split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        parts.add(line.toString());
        line.setLength(0);
        line.append(" ".repeat(Math.max(2, sign.length())));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    parts.add(line.toString());
    return parts;
  }

  private static void line(StringBuilder text, List<String> cells, int width) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(cell).append(" ".repeat(Math.max(0, width - cell.length()))).append(GAP);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
