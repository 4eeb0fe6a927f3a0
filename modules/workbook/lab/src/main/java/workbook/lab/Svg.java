package workbook.lab;

import java.util.Locale;

/// A picture as text: the few shapes that the pictures of the notes are made of, on a page of its
/// own colour, so that it can be read on a dark page too. Coordinates are in pixels, from the upper
/// left corner.
public final class Svg {

  public static final String INK = "#1f2933";
  public static final String GREY = "#66727f";
  public static final String FAINT = "#d5dbe1";

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  /// @param title what the picture shows, for who cannot see it
  public Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  /// A box with round corners.
  public Svg box(double x, double y, double boxWidth, double boxHeight, String fill) {
    return shape(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='4' fill='%s'/>",
        x, y, boxWidth, boxHeight, fill);
  }

  public Svg line(double x1, double y1, double x2, double y2, String colour) {
    return shape(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.2'/>",
        x1, y1, x2, y2, colour);
  }

  public Svg dashed(double x1, double y1, double x2, double y2, String colour) {
    return shape(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='1.4'"
            + " stroke-dasharray='4 3'/>",
        x1, y1, x2, y2, colour);
  }

  /// @param points as SVG has them: `0,10 20,30`
  public Svg curve(String points, String colour) {
    return shape(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2.4'/>", points, colour);
  }

  /// A disc with a rim.
  public Svg disc(double x, double y, double radius, String fill, String rim) {
    return shape(
        "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s' stroke='%s' stroke-width='1.2'/>",
        x, y, radius, fill, rim);
  }

  /// @param anchor which part of the text is at `x`: `start`, `middle` or `end`
  public Svg text(double x, double y, int size, String anchor, String colour, String text) {
    return shape(
        "<text x='%.1f' y='%.1f' font-size='%d' text-anchor='%s' fill='%s'>%s</text>",
        x, y, size, anchor, colour, escaped(text));
  }

  /// A text in another style.
  ///
  /// @param style attributes: `font-weight='bold' text-anchor='middle'`
  public Svg styled(double x, double y, int size, String colour, String style, String text) {
    return shape(
        "<text x='%.1f' y='%.1f' font-size='%d' fill='%s' %s xml:space='preserve'>%s</text>",
        x, y, size, colour, style, escaped(text));
  }

  /// Any other shape.
  ///
  /// @param format its element, with the values to be put in as in [String#format]
  public Svg shape(String format, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /// Text as it has to stand in an element.
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /// The SVG document.
  @Override
  public String toString() {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' font-family='sans-serif'>
      <title>%3$s</title>
      <rect width='%1$d' height='%2$d' rx='8' fill='#ffffff'/>
    %4$s</svg>
    """
        .formatted(width, height, escaped(title), shapes);
  }
}
