package workbook.climbingstairs;

import java.util.Locale;

/// A picture as text: the few shapes that the pictures of this topic are made of, on a page of its
/// own colour, so that it can be read on a dark page too.
final class Svg {

  static final String INK = "#1f2933";
  static final String FAINT = "#d5dbe1";

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  void line(double x1, double y1, double x2, double y2, String colour) {
    add(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.2'/>",
        x1, y1, x2, y2, colour);
  }

  void curve(String points, String colour) {
    add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2.4'/>", points, colour);
  }

  void disc(double x, double y, double radius, String fill) {
    add(
        "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s' stroke='%s' stroke-width='1.2'/>",
        x, y, radius, fill, INK);
  }

  /// @param anchor which part of the text is at `x`: `start`, `middle` or `end`
  void text(double x, double y, int size, String anchor, String colour, String text) {
    add(
        "<text x='%.1f' y='%.1f' font-size='%d' text-anchor='%s' fill='%s'>%s</text>",
        x, y, size, anchor, colour, escaped(text));
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
