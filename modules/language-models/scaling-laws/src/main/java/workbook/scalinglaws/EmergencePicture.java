package workbook.scalinglaws;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import workbook.lab.Svg;

/// The same models through two measures, as SVG: [Emergence].
final class EmergencePicture {

  private static final int TOP = 70;
  private static final int SIDE = 212;
  private static final int LEFT = 60;
  private static final int RIGHT = 345;
  private static final String[] COLOURS = {"#66727f", "#2e7d32", "#1565c0", "#c62828"};

  private EmergencePicture() {}

  /// @param chinese its words in Chinese, and not in English
  static String draw(boolean chinese) {
    String title = chinese ? "同一批模型，两种度量" : "The same models through two measures";
    Svg svg = new Svg(600, TOP + SIDE + 60, title);
    svg.text(20, 28, 16, "start", Svg.INK, title);
    panel(svg, LEFT, chinese ? "每个词元的 ln p" : "ln p of a token");
    panel(svg, RIGHT, chinese ? "k 个词元全对的概率" : "exact match of k tokens");
    curve(svg, LEFT, COLOURS[0], x -> 1 + StrictMath.log(Emergence.right(x)) / StrictMath.log(2));
    for (int i = 0; i < Emergence.LENGTHS.length; i++) {
      int k = Emergence.LENGTHS[i];
      curve(svg, RIGHT, COLOURS[i], x -> StrictMath.pow(Emergence.right(x), k));
      double at = new double[] {1.4, 4.4, 7.6, 11.2}[i];
      svg.text(
          RIGHT + at / Emergence.DOUBLINGS * SIDE + 8,
          TOP + SIDE * (1 - StrictMath.pow(Emergence.right(at), k)) + 14,
          14,
          "start",
          COLOURS[i],
          (i == 0 ? "k = " : "") + k);
    }
    return svg.toString();
  }

  private static void panel(Svg svg, int left, String name) {
    svg.line(left, TOP, left, TOP + SIDE, Svg.GREY);
    svg.line(left, TOP + SIDE, left + SIDE, TOP + SIDE, Svg.GREY);
    svg.text(left, TOP - 12, 14, "start", Svg.INK, name);
    svg.text(left - 8, TOP + 5, 14, "end", Svg.INK, left == LEFT ? "0" : "1");
    svg.text(left - 8, TOP + SIDE + 5, 14, "end", Svg.INK, left == LEFT ? "-0.7" : "0");
    for (int doublings = 0; doublings <= Emergence.DOUBLINGS; doublings += 7) {
      svg.text(
          left + (double) doublings / Emergence.DOUBLINGS * SIDE,
          TOP + SIDE + 24,
          14,
          "middle",
          Svg.INK,
          (1 << doublings) + "×");
    }
  }

  private static void curve(Svg svg, int left, String colour, DoubleUnaryOperator height) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i <= 100; i++) {
      double x = Emergence.DOUBLINGS * i / 100.0;
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              left + SIDE * i / 100.0,
              TOP + SIDE * (1 - height.applyAsDouble(x))));
    }
    svg.curve(points.toString().strip(), colour);
  }
}
