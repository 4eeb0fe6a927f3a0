package workbook.isolationlevels.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import workbook.isolationlevels.timeline.Lanes.Entry;

/// Lanes for a terminal of 80 columns. A `:` runs down a lane that waits.
public final class TimelineText {

  static final int WIDTH = 80;
  private static final String GAP = "  ";

  private TimelineText() {}

  public static String of(Lanes lanes) {
    int count = lanes.sessions().size();
    int width = (WIDTH - GAP.length() * (count - 1)) / count;
    StringBuilder text = new StringBuilder();
    line(text, lanes.sessions(), width);
    line(text, lanes.sessions().stream().map(_ -> "-".repeat(width)).toList(), width);
    Set<String> waiting = new HashSet<>();
    for (Entry entry : lanes.entries()) {
      if (entry.waited()) {
        waiting.remove(entry.session());
      }
      for (String part : parts(entry, width)) {
        List<String> cells = new ArrayList<>();
        for (String session : lanes.sessions()) {
          cells.add(
              session.equals(entry.session()) ? part : waiting.contains(session) ? "  :" : "");
        }
        line(text, cells, width);
      }
      if (entry.kind() == Lanes.Kind.WAITING) {
        waiting.add(entry.session());
      }
    }
    return text.toString();
  }

  private static List<String> parts(Entry entry, int width) {
    String sign =
        switch (entry.kind()) {
          case STATEMENT -> "";
          case RESULT -> "  = ";
          case WAITING -> "  : ";
          case FAILED -> "  ! ";
        };
    if (sign.length() + entry.text().length() <= width) {
      return List.of(sign + entry.text());
    }
    List<String> parts = new ArrayList<>();
    for (String line : wrapped(entry.text(), width - Math.max(2, sign.length()))) {
      parts.add((parts.isEmpty() ? sign : " ".repeat(Math.max(2, sign.length()))) + line);
    }
    return parts;
  }

  /// Breaks a text between words.
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void line(StringBuilder text, List<String> cells, int width) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(cell).append(" ".repeat(Math.max(0, width - cell.length()))).append(GAP);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
