package workbook.alignment;

import java.util.Locale;
import workbook.lab.Svg;

/// Axes, thin curves over them, and a legend below.
final class Chart {

  private static final int LEFT = 70;
  private static final int TOP = 60;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 230;
  private static final int LINE = 22;

  private final Svg svg;
  private final Axis x;
  private final Axis y;
  private int lines;

  /// @param from what is at its beginning: at the left, or at the bottom
  /// @param to what is at its end
  /// @param logarithmic whether equal lengths are equal factors
  /// @param ticks where it has a number
  record Axis(String name, double from, double to, boolean logarithmic, double... ticks) {

    /// From 0 at the beginning to 1 at the end.
    private double at(double value) {
      double share =
          logarithmic
              ? StrictMath.log(value / from) / StrictMath.log(to / from)
              : (value - from) / (to - from);
      return Math.clamp(share, 0, 1);
    }

    private String text(double tick) {
      if (!logarithmic) {
        return String.valueOf(tick).replaceAll("\\.0$", "");
      }
      String exponent = String.valueOf(Math.round(StrictMath.log10(tick)));
      StringBuilder raised = new StringBuilder("10");
      exponent.chars().forEach(c -> raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
      return raised.toString();
    }
  }

  /// @param legend of how many lines
  Chart(String title, Axis x, Axis y, int legend) {
    this.x = x;
    this.y = y;
    svg = new Svg(LEFT + WIDTH + 30, TOP + HEIGHT + 62 + legend * LINE, title);
    svg.text(20, 30, 16, "start", Svg.INK, title);
    for (double tick : y.ticks()) {
      svg.line(LEFT, down(tick), LEFT + WIDTH, down(tick), Svg.FAINT);
      svg.text(LEFT - 8, down(tick) + 5, 14, "end", Svg.INK, y.text(tick));
    }
    for (double tick : x.ticks()) {
      svg.text(right(tick), TOP + HEIGHT + 20, 14, "middle", Svg.INK, x.text(tick));
    }
    svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, 14, "middle", Svg.INK, x.name());
    svg.text(20, 50, 14, "start", Svg.GREY, y.name());
  }

  /// One curve; what lies outside is drawn at the edge.
  void curve(String colour, double[] xs, double[] ys) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", right(xs[i]), down(ys[i])));
    }
    svg.shape(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.3'/>",
        points.toString().strip(), colour);
  }

  /// The next line of the legend.
  void legend(String colour, String name) {
    int height = TOP + HEIGHT + 68 + lines * LINE;
    svg.box(LEFT, height - 7, 28, 4, colour);
    svg.text(LEFT + 38, height, 14, "start", Svg.INK, name);
    lines++;
  }

  private double right(double value) {
    return LEFT + x.at(value) * WIDTH;
  }

  private double down(double value) {
    return TOP + (1 - y.at(value)) * HEIGHT;
  }

  @Override
  public String toString() {
    return svg.toString();
  }
}
