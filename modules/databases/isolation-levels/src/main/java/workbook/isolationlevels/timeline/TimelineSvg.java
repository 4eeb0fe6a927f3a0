package workbook.isolationlevels.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workbook.isolationlevels.timeline.Lanes.Entry;
import workbook.lab.Svg;

/// Lanes as a picture: time runs downwards, a dashed line is a session that waits.
public final class TimelineSvg {

  private static final int LANE = 330;
  private static final int ROW = 24;
  private static final int TOP = 84;
  private static final int LEFT = 20;
  private static final int LETTERS = 42;

  private TimelineSvg() {}

  /// @param caption what is said below
  public static String of(Lanes lanes, String title, String caption) {
    int rows = lanes.entries().stream().mapToInt(entry -> parts(entry).size()).sum();
    int width = 2 * LEFT + LANE * lanes.sessions().size();
    int height = TOP + ROW * rows + 54;
    Svg svg = new Svg(width, height, title);
    svg.styled(LEFT, 32, 17, Svg.INK, "font-weight='bold'", title);
    for (int i = 0; i < lanes.sessions().size(); i++) {
      svg.styled(x(i), TOP - 18, 14, Svg.INK, "font-weight='bold'", lanes.sessions().get(i));
    }
    Map<String, Integer> since = new HashMap<>();
    int row = 0;
    for (Entry entry : lanes.entries()) {
      int lane = lanes.sessions().indexOf(entry.session());
      if (entry.waited() && since.containsKey(entry.session())) {
        double x = x(lane) + 6;
        svg.dashed(x, y(since.remove(entry.session())), x, y(row) - 4, Svg.GREY);
      }
      List<String> parts = parts(entry);
      if (entry.kind() != Lanes.Kind.RESULT) {
        svg.box(x(lane) - 8, y(row) + 1, LANE - 14, ROW * parts.size() - 3, colour(entry.kind()));
      }
      for (String part : parts) {
        svg.styled(
            x(lane) + (entry.kind() == Lanes.Kind.STATEMENT ? 0 : 14),
            y(row) + 16,
            12,
            Svg.INK,
            entry.kind() == Lanes.Kind.STATEMENT ? "font-family='monospace'" : "font-weight='bold'",
            part);
        row++;
      }
      if (entry.kind() == Lanes.Kind.WAITING) {
        since.put(entry.session(), row);
      }
    }
    svg.text(LEFT, height - 18, 13, "start", Svg.INK, caption);
    return svg.toString();
  }

  private static List<String> parts(Entry entry) {
    return TimelineText.wrapped(entry.text(), LETTERS);
  }

  private static String colour(Lanes.Kind kind) {
    return switch (kind) {
      case STATEMENT, RESULT -> "#eef1f4";
      case WAITING -> "#fbe6b2";
      case FAILED -> "#cfe0f2";
    };
  }

  private static double x(int lane) {
    return LEFT + 8 + LANE * lane;
  }

  private static double y(int row) {
    return TOP + ROW * row;
  }
}
