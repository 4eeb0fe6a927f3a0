package workbook.isolationlevels;

import java.util.Locale;

/// A picture as text, on a page of its own colour, so that it can be read on a dark page too.
public final class Svg {

  public static final String INK = "#1f2933";
  public static final String GREY = "#66727f";
  public static final String RED = "#f6c9c4";
  public static final String GREEN = "#cfe8d2";
  public static final String YELLOW = "#fbe6b2";
  public static final String BLUE = "#cfe0f2";

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  public Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  /// A filled box with round corners.
  public void box(double x, double y, double boxWidth, double boxHeight, String fill) {
    add(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='4' fill='%s'/>",
        x, y, boxWidth, boxHeight, fill);
  }

  /// A line; `dash` is empty or as in `4 3`.
  public void line(double x1, double y1, double x2, double y2, String colour, String dash) {
    add(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.4'"
            + " stroke-dasharray='%s'/>",
        x1, y1, x2, y2, colour, dash);
  }

  /// @param style attributes, for instance `font-weight='bold' text-anchor='middle'`
  public void text(double x, double y, int size, String colour, String style, String text) {
    add(
        "<text x='%.1f' y='%.1f' font-size='%d' fill='%s' %s xml:space='preserve'>%s</text>",
        x, y, size, colour, style, escaped(text));
  }

  private void add(String shape, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, shape, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  @Override
  public String toString() {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'>
      <title>%s</title>
      <rect width='%d' height='%d' rx='8' fill='#ffffff'/>
    %s</svg>
    """
        .formatted(width, height, escaped(title), width, height, shapes);
  }
}
